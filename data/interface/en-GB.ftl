# The words of the interface, in English. A file beside this one, named for its language, says the same in another; the
# key `language` of site.yaml chooses. `career-pathways check` says what a file leaves out or spells differently.
#
# Each message has an id that reads like it. `{ $x }` is filled in. Text in <a>, <strong> and <em> is a link or is
# stressed; keep as many links as there are here, in their order. A sentence has at most 20 words.
# The language of this file is described on https://projectfluent.org.

## Lists

x-and-y = { $x } and { $y }
x-or-y = { $x } or { $y }

## The head and the foot of every page

skip-to-main-content = Skip to main content
main-navigation = Main
breadcrumb = Breadcrumb
home = Home
roles = Roles
plan-a-journey = Plan a journey
map = Map
what-suits-me = What suits me?
guides = Guides
about-this-site = About this site
about-the-data = About the data
pathways-into-professions = Pathways into professions
families-of-careers = Families of careers
compare-roles = Compare roles
for-teachers-and-advisers = For teachers and advisers
accessibility = Accessibility
privacy = Privacy
site-and-page = { $site }: { $page }
page-and-site = { $page } – { $site }
facts-from = Facts from: { $publishers }.
published-by = Published by { $publisher }. Facts from: { $publishers }.

## Ways in, and how strongly a source speaks of them

start-the-job = Start the job and learn there
apprenticeship = Apprenticeship
degree-apprenticeship = Degree apprenticeship
college-course = College course
university-degree = University degree
study-after-a-degree = Study after a degree
experience = Experience
different-for-each-employer = Different for each employer or area
no-formal-entry-requirements = No formal entry requirements
you-need-this = You need this
the-usual-way = The usual way
available = Available
often-available = Often available
sometimes-available = Sometimes available
may-be-available = May be available in your area

## Words for what is recorded of a role

less-known = Less known
in-short-supply = In short supply
you-must-register = You must register
you-can-register = By choice, or by your own profession
no-register-needed = No register needed by law
no-registration-recorded = Not known
video = Video
interview = Interview
judged-level = career level
judged-settings = settings
judged-category = category
judged-contact = clinical or not

## The two ways through a pathway

work-and-learn = Work and learn
study-first = Study first

## Lengths of time

months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
from-to-months = { $from } to { $to ->
    [one] { $to } month
   *[other] { $to } months
}
from-to-years = { $from } to { $to ->
    [one] { $to } year
   *[other] { $to } years
}
years-and-months = { $years } and { $months }
from-length-to-length = { $from } to { $to }
at-least = at least { $length }

## What is recorded of a role: on its page, in comparisons, on paper and in Braille

career-level = Career level
where-it-is-found = Where it is found
family-of-careers = Family of careers
contact-with-patients = Contact with patients
registration = Registration
what-the-report-says = What a 2025 report says
in-one-sentence = In one sentence
what-it-is = What it is
what-you-do = What you do
where-you-work = Where you work
what-it-asks-of-you = What it asks of you
ways-in = Ways in
progression-available-to = Progression available to
ways-into-other-roles = Ways into other roles, open from here
you-can-get-here-from = You can get here from
find-out-more = Find out more
sources-and-review = Sources and review
not-recorded-in-our-sources = Not recorded in our sources.
not-named-in-the-report = Not named in the report.
no-source-says-what-you-need = Not recorded: no source says what you need to begin.
no-source-says-where-it-leads = Not recorded: no source says where this role leads next.
no-source-prints-a-move-here = Not recorded: no source prints a move into this role.
none-recorded = None recorded.
by-law-you-must-register-with = By law, you must be on the register of the <a>{ $register }</a>.
you-must-register-with = You must register with the <a>{ $register }</a>.
you-can-choose-to-register-with = You can choose to register with the <a>{ $register }</a>.
you-stay-on-your-own-register = You must be on the register of <strong>your own profession</strong>. It may be that of the { $registers }.
you-may-need-your-own-register = If you come from <strong>a registered profession</strong>, you stay on its register. It may be that of the { $registers }.
no-register-is-needed-by-law = <strong>No register</strong> is needed by law that we know of.
it-is-less-known = It names this among roles that few young people know.
it-is-hard-to-fill = It names this among roles that are hard to fill.
one-kind-of = This is one kind of <a>{ $role }</a>.
reviewed-on = Reviewed { $day }. Next review by { $due }.
our-own-judgement = Our own judgement: { $facts }.

## A way in, in parts

to-begin = To begin
you-need = You need
our-sources-say = Our sources say
leads-to = Leads to
qualification-of-level = A level { $level } qualification
takes = Takes
paid = Paid
you-earn-while-you-learn = You earn while you learn
no = No
run-by = Run by
source = Source
not-recorded = Not recorded

## A way in, in sentences

to-begin-with = To begin: { $held }.
you-need-these = You need: { $needs }
our-sources-say-so = Our sources say: { $stated }.
leads-to-level = Leads to: a level { $level } qualification.
takes-so-long = Takes: { $length }.
takes-not-recorded = Takes: not recorded.
paid-while-you-learn = Paid: you earn while you learn.
paid-yes = Paid: yes.
paid-no = Paid: no.
paid-not-recorded = Paid: not recorded.
time-and-pay-not-recorded = Time and pay: not recorded.
run-by-these = Run by: { $organisations }.

## Moves between roles

up-to = Up to { $level }.
up-levels-to = { $levels ->
    [2] Up two levels, to { $level }.
    [3] Up three levels, to { $level }.
   *[other] Up { $levels } levels, to { $level }.
}
same-level = Same level: { $level }.
down-to = Down to { $level }, to train for something new.
all-up-to = Up to { $level }
all-up-levels-to = { $levels ->
    [2] Up two levels, to { $level }
    [3] Up three levels, to { $level }
   *[other] Up { $levels } levels, to { $level }
}
all-on-the-same-level = Same level ({ $level })
all-down-to = Down to { $level }, to train for something new
moves-into = Moves into { $settings }.
leaves = Leaves { $settings }.

## A role in a list: where the words of a search were found

also-called = Also called
people-also-say = People also say
about-the-job = About the job
place = Place
way-in = Way in

## The small map

small-career-map = Small career map
two-steps-before = Two steps before
one-step-before = One step before
this-role = This role
one-step-on = One step on
two-steps-on = Two steps on

## The page of a role

description-of-a-role = { $summary } See the ways in and where it can lead.
role-for-another-site = { $role }: a role in health and social care
line-of = { $family } line
also-called-these = Also called: { $titles }.
compare-or-make-a-handout = <a>Compare with another role</a>, or <a>make a handout of it</a>.
career-level-of-this-role = Career level of this role:
is-this-role = (this role)
where-to-find-it = Where
patients = Patients
not-in-our-sources = Not recorded in our sources
clinical-or-not = Clinical or not: not recorded in our sources
pay-hours-and-checks = Pay, hours and checks
less-known-by-the-report = A 2025 report names this among roles that few young people know. <a>More roles like this</a>
hard-to-fill-by-the-report = A 2025 report names this among roles that are hard to fill. <a>More roles like this</a>
kinds-of-this-role = Kinds of this role:
no-source-says-where-next = No source says where this role leads next.
some-ways-are-open = Some ways into other roles are open from here: see below.
not-printed-as-progressions = These are not printed as progressions. Each role names this one among its ways in.
no-way-in-yet = No source says what you need to begin. You can get here from other roles: <a>see them below</a>.
grow-without-moving-up = Grow without moving up
around-this-role = Around this role
more-roles-lead-here = { $count ->
    [one] { $count } more role leads here.
   *[other] { $count } more roles lead here.
}
it-leads-to-more = It leads to { $count } more.
stops-that-name-no-family = Stops that name no family belong to: { $family }.
what-lines-and-marks-mean = <a>What lines and marks mean</a>
what-lines-mean-or-this-family = <a>What lines and marks mean</a>, <a>the map of this family</a>
no-move-here-yet = No source prints a move into this role. <a>See the ways in</a>.
on-these-pathways = On these pathways
also-part-of = Also part of
watch-and-listen = Watch and listen
media-without-addresses = Our sources show these. Their addresses are not recorded.
media-about = { $kind }: { $about }
moves-into-another-setting = Moves into another setting
into-setting = Into <a>{ $setting }</a>:
how-do-i-get-here = How do I get here?
where-can-i-go-from-here = Where can I go from here?
everything-this-can-lead-to = Everything this can lead to
each-step-asks-for-something = By progressions, and by ways in that start from a role. Each step asks for something: see the pages of the roles.
after-steps = { $steps ->
    [1] One step:
   *[other] { $steps } steps:
}
all-the-ways-to-become-one = All the ways to become one
show-the-ways = Show the ways, from the starting points
show-this-role-elsewhere = Show this role on your own website
copy-these-lines = Copy these lines into your page. They need no scripts and set no cookies.
sources-are = Sources: { $sources }.
our-own-judgement-here = Our own judgement on this page: { $facts }. <a>How we judge</a>

## All the ways to become something

start-with = Start with { $qualification }: { $way-in }
from-role = From <a>{ $role }</a>
from-role-elsewhere = From <a>{ $role }</a> (see it elsewhere in this list)

## Comparing roles

compare-these = Compare { $roles }
about-comparing = Two to four roles side by side: the same facts in the same rows, and what differs.
no-such-role-type-a-name = <strong>There is no role called “{ $name }”.</strong> Type a name from the <a>list of roles</a>.
no-such-role-did-you-mean = <strong>There is no role called “{ $name }”.</strong> Did you mean:
a-row-that-differs-says-so = The same facts stand in the same rows. A row says <strong>differs</strong> where the roles are not alike.
the-same-for-all = The same for all: { $facts }.
take-away = Take away:
change-the-roles = Change the roles
make-a-pack-of-these = Make a pack of these
not-recorded-for-any-role = Not recorded for any role: pay, hours and checks.
differs = differs
the-same = the same
too-many-to-compare = You can compare four roles at a time. You chose { $count }.
take-some-away = Take some away:
or-print-all-of-them = Or print all of them: <a>make a pack of these</a>.
choose-two-to-four-roles = Choose two to four roles. You see the same facts of each, side by side.
roles-one-step-away = Roles that are one step away:
choose-roles = Choose roles
type-the-name-of-a-role = Type the name of a role in each box. Your browser may suggest names. Leave a box empty if you do not need it.
role-number = Role { $number }
compare = Compare
find-the-names-in-the-list = You can find the names in the <a>list of roles</a>.

## A journey

by-apprenticeship = By apprenticeship
by-study-then-an-apprenticeship = By study, then an apprenticeship
by-study = By study
from-job-to-job = By moving from job to job
by-study-then-work = By study, then work
through-another-profession = { $way }, through another profession
through-support-work = { $way }, through support work
steps = { $count ->
    [one] { $count } step.
   *[other] { $count } steps.
}
you-earn-all-the-way = You earn all the way.
part-of-it-is-not-paid = Part of it is not paid.
not-known-whether-paid = Our sources do not say whether you are paid all the way.
it-takes = It takes { $length }.
the-known-part-takes = { $unknown ->
    [1] The known part takes { $length }. The length of one step is not recorded.
   *[other] The known part takes { $length }. The length of { $unknown } steps is not recorded.
}
length-not-recorded = How long it takes is not recorded.
you-start-here = You start here.
a-qualification-not-a-job = A qualification, not a job.
level-and-settings = { $levels }. In { $settings }.
level-alone = { $levels }. Where: not recorded.
it-asks-for-this = { $way-in } It asks for this: { $qualification }.
for-example-as = { $way-in } For example as: { $role }.
you-move-on-from = You move on from { $role }. This move is printed in a source.
way-in-as-stated = { $way-in } ({ $stated })
yes = Yes
register = Register
you-must-with = You must, with the { $register }
you-can-with = You can, with the { $register }
you-leave = You leave
you-start-again = You start again on a lower level than before.
it-asks-for-more = The way in on record asks for more than this role is known to give you. Ask what you would have to add.
a-registered-profession = A registered profession

## A journey in Braille, where each stop is one line

start-in-one-line = { $start }: You start here.
way-in-is = Way in: { $way-in } ({ $stated }).
you-can-register-with = You can register with the { $register }.
you-leave-these = You leave: { $settings }.
source-is = Source: { $sources }.

## Planning a journey

about-journeys = How to get from where you are to the role you want, step by step.
from-to = From { $start } to { $goal }
how-to-become = How to become: { $goal }
plan-a-journey-from = Plan a journey from { $start }
registered-profession-as-start = a registered profession
one-way-of-several = { $journey }: way { $way } of { $count }
no-such-role-one-of-these = <strong>There is no role called “{ $name }”.</strong> Did you mean one of these?
no-such-role-choose-a-name = <strong>There is no role called “{ $name }”.</strong> Choose a name from the <a>list of roles</a>.
no-such-wish = <strong>There is no “{ $value }” under { $key }.</strong> We left it out. Use the choices below.
you-are-there-already = You are there already. Where would you like to go next?
one-kind-of-way = There is one kind of way.
kinds-of-way = There are { $count } kinds of way. The shortest comes first.
see-all-kinds-of-way = <a>See all { $count } kinds of way</a>
pack-of-this-way = <a>Make a pack of it</a>, with a sheet for each role.
pack-of-all-ways = <a>Make a pack of all the ways</a>, with a sheet for each role.
this-way-alone = <a>This way alone, to print on one sheet</a>
see-the-way-on-the-map = <a>See the way on the map</a>
see-the-first-way-on-the-map = <a>See the first way on the map</a>
talk-about-it = Talk about it
print-this-page-and-ask = Print this page and take it to your manager, your teacher or a careers adviser. Ask:
print-one-way-and-ask = Print one way and take it to your manager, your teacher or a careers adviser. Ask:
is-this-way-open = Is this way open here, and when?
which-of-these-is-open = Which of these ways is open here, and when?
who-pays-for-the-training = Who pays for the training, and how much time do I get?
what-can-i-do-now = What can I do now to be ready for the first step?
my-notes = My notes:
show-this-journey-elsewhere = Show this journey on your own website
no-way-from-here-to-there = Our sources show no way from here to there.
no-way-that-keeps-to-your-wishes = Our sources show no way from here to there that keeps to your wishes.
the-role-does-not-fit = The role itself does not fit your wish: { $wish }.
the-step-does-not-fit = The step from { $start } to { $goal } does not fit your wish: { $wish }.
nothing-leads-there = No source says how to get into this role.
nothing-leads-on = No source says where your starting point leads.
nothing-joins-them = No source joins what you can reach to what leads there.
give-up-one-wish = There is a way if you give up one wish. Give up:
wish-to-keep-earning = keep earning all the way
wish-for-no-degree = no degree
wish-for-places = only the places you chose
nearest-you-can-reach = The nearest roles you can reach
near-by-steps = <a>{ $role }</a>, { $steps ->
    [one] { $steps } step from there
   *[other] { $steps } steps from there
}
near-as-it-is-alike = <a>{ $role }</a>, which is alike
nearest-that-lead-there = The nearest roles from which you could get there
nobody-says-how = This does not mean that nobody ever did it. It means that no source of ours says how.
say-where-you-are = Say where you are and where you want to be. You get the ways that our sources show, step by step.
ask-again = Ask again
where-from-and-where-to = Where from, and where to?
from = From
to = To
what-matters-to-you = What matters to you
keep-earning-all-the-way = Keep earning all the way
no-degree = No degree
only-roles-in-these-places = Only roles in these places
show-the-way = Show the way
or-start-with-what-you-have = Or start with what you have

## Views for a frame on another site

see-it-all-on = See it all on { $site }
you-are-there = You are there already.
no-way-here = Our sources show no way here.
other-kinds-of-way = { $count ->
    [1] There is one other kind of way.
   *[other] There are { $count } other kinds of way.
}
nobody-says-what-you-need = No source says what you need to begin.

## Packs: roles as a handout

make-a-pack = Make a pack
pack-titled = Pack: { $title }
about-packs = Roles as a handout: print them, in large print or on tinted paper, or take them as Braille.
handout-of = Handout: { $role }
so-many-roles = { $count } roles in health and social care
chosen-by = Chosen by: { $choices }.
chosen-by-a-journey = The ways that our sources show, and a sheet for each role on them.
print-this-pack = Print this pack
print-with-your-browser = Print this page with your browser: Ctrl+P, or ⌘+P on a Mac.
print-on-one-side = To take roles out of the pack later, print on one side of the paper.
how-to-print = How to print
change-the-pack = Change the pack
in-braille = In Braille
take-a-file-for-an-embosser = Take a file for an embosser, with 40 cells by 25 lines:
no-translator-here = This copy of the site has no translator for contracted Braille.
make-another-pack = Make another pack
what-is-inside = What is inside
how-to-use-it = How to use it
take-out-the-ones-you-like = Each role begins on a new page, so you can take out the ones you like.
read-what-you-do-first = Read what you do first. Then look at the ways in.
each-role-shows-where-it-leads = Each role shows where it can lead, and on which career level.
talk-with-somebody-you-trust = Talk about it with somebody you trust, or with a careers adviser.
scan-the-square-code = Scan the square code of a role to see its page on the web. You can also type the address beside it.
who-made-it = Who made it
made-with = This pack was made with { $site } ({ $address }).
pack-published-by = Published by { $publisher }.
questions-to = Questions: { $contact }.
facts-checked-on = The facts were last checked on { $day }. Make a new pack after { $due }.
facts-checked-from-to = The facts were last checked from { $first } to { $last }. Make a new pack after { $due }.
way-number = Way { $number }: { $way }

## Choosing what is in a pack

pack-has-too-many-roles = This would have { $count } roles. A pack has at most { $most }.
take-a-part-of-it = Take a part of it
no-role-fits-all-of-this = No role fits all of this at once.
a-pack-is-a-handout = A pack is a handout: one sheet for each role, to print or to take as Braille. It has at most { $most } roles.
a-pack-of-one-kind = A pack of one kind
other-ways-to-begin = Other ways to begin
filter-the-roles-first = <a>Filter the roles</a>, then choose “Make a pack of these”.
compare-roles-first = <a>Compare roles</a>, then choose “Make a pack of these”.
plan-a-journey-first = <a>Plan a journey</a>, then choose “Make a pack of these”.
or-tick-the-roles = Tick the roles you want, here below.
tick-the-roles-you-want = Tick the roles you want
tick-up-to = You can tick up to { $most } roles. For more, filter the roles first.
make-the-pack = Make the pack
take-it-as-braille = Take it as Braille
no-such-role-left-out = <strong>There is no role called “{ $name }”.</strong> We left it out.
no-way-see-the-nearest = <strong>Our sources show no way from here to there.</strong> <a>See the nearest roles</a>.
both-ends-are-needed = <strong>We do not know both ends of this journey.</strong> <a>Plan a journey</a> first.
no-such-choice-of-roles = <strong>There is no “{ $value }” under { $choice }.</strong> We left it out. <a>Choose from the filters</a>.
no-such-text-size = <strong>There is no text size “{ $value }”.</strong> We left it out. Choose one below.
no-such-paper = <strong>There is no paper “{ $value }”.</strong> We left it out. Choose one below.
no-such-braille-code = <strong>There is no Braille code “{ $value }”.</strong> We left it out. Choose one below.
no-contracted-braille-here = <strong>This copy of the site cannot make contracted Braille.</strong>
take-the-uncontracted-file = You can take the <a download>uncontracted file</a>.
size-of-the-text = Size of the text
normal-text = Normal: 14 point
large-print = Large print: 18 point and more
colour-of-the-paper = Colour of the paper
white = White
cream = Cream
pale-blue = Pale blue
pale-green = Pale green
contracted-braille = Contracted (grade 2)
uncontracted-braille = Uncontracted (grade 1)

## A role in a pack

on-the-web = On the web: <a>{ $address }</a>
qr-code-of = QR code: the page of { $role } on the web
each-asks-for-more = { $roles }. Each asks for more: read its own page first.
not-recorded-are = Not recorded in our sources: { $facts }.
the-contact-with-patients = contact with patients
the-registration = registration
the-places-where-you-work = the places where you work
the-qualities = what it asks of you
a-move-into-this-role = a move into this role
the-pay = pay
the-hours = hours
the-checks = checks

## A pack in Braille

file-in-contracted-braille = This file is in contracted Unified English Braille, 40 cells by 25 lines.
file-in-uncontracted-braille = This file is in uncontracted Unified English Braille, 40 cells by 25 lines.
inside = { $role }: { $levels }
