# The words of the interface, in English. A file beside this one, named for its language, says the same in another; the
# key `language` of site.yaml chooses. `career-pathways check` says what a file leaves out or spells differently.
#
# Each message has an id that reads like it. `{ $x }` is filled in. Text in <a>, <strong>, <em> and <code> is a link,
# is stressed or names a file; keep as many links as there are here, in their order. A sentence has at most 20 words.
# The language of this file is described on https://projectfluent.org.

## Lists

x-and-y = { $x } and { $y }
x-or-y = { $x } or { $y }

## The head and the foot of every page

skip-to-main-content = Skip to main content
main-navigation = Main
search-this-site = Search this site
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
packs-to-print = Packs to print
for-teachers-and-advisers = For teachers and advisers
open-data = Open data: API and CSV
accessibility = Accessibility
privacy = Privacy
site-and-page = { $site }: { $page }
page-and-site = { $page } – { $site }
facts-from = Every fact on this site names its source. <a>See all { $count } sources</a>.
published-by = Published by { $publisher }. Every fact names its source: <a>see all sources</a>.

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
required = Required
you-need-one-of-these = You need one of these
usual-way = Usual way
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
judged-pay = pay
judged-hours = hours
judged-checks = checks
judged-codes = codes in official lists

## When one works

shifts = Shifts
nights = Nights
evenings = Evenings
weekends = Weekends
on-call = On call
part-time = Part time possible
office-hours = Office hours
flexible-hours = Flexible hours
seasonal-work = Seasonal work

## What one is checked for

dbs-enhanced = Enhanced criminal record check (DBS)
dbs-standard = Standard criminal record check (DBS)
dbs-basic = Basic criminal record check (DBS)
health-check = Health check
driving-licence = Driving licence
driving-licence-c1 = Driving licence for larger vehicles (C1)
aged-18 = Aged 18 or over
occupational-health-check = Occupational health check
vaccinations = Vaccinations
security-check = Security check

## What people are paid

pay-band = Band { $band }
pay-bands = Bands { $bands }
band-or-more = Band { $band } or more
band-pays = { $bands }: £{ $sum } a year
band-pays-from-to = { $bands }: £{ $from } to £{ $to } a year
in-this-year = { $pays } in { $year }
full-time-on-the-scheme = Full time, before tax, on { $scheme }, from { $starts } to { $ends }.
with-experience = With experience, { $pays }.
more-is-paid-in = { $area } pays { $percent }% more: at least £{ $least } and at most £{ $most } a year.
hours-a-week = { $hours } hours a week
from-to-hours-a-week = { $from } to { $to } hours a week
as-of-year = { $fact } ({ $year })

## Pages that facts were read on

pages-we-read = Pages we read
undated-and-read-on = undated, read { $day }
of-and-read-on = { $date }, read { $day }

## Searches of other sites

search-for-jobs = Jobs
search-for-apprenticeships = Apprenticeships
search-for-courses = Courses
search-for-degrees = Courses at universities

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
pay = Pay
hours = Hours
checks = Checks
what-the-report-says = What a 2025 report says
in-one-sentence = In one sentence
what-it-is = What it is
what-you-do = What you do
where-you-work = Where you work
what-it-asks-of-you = What it asks of you
ways-in = Ways in
show-more-ways-in = { $count ->
    [one] Show 1 more way in
   *[other] Show { $count } more ways in
}
progression-available-to = Progression available to
jobs-that-accept-people-from-this-role = Other jobs that accept people from this role
you-can-get-here-from = You can get here from
find-out-more = Find out more
sources-and-review = Sources and review
changed-since-our-source = Changed since our source
changed-says = { $text } (<a>{ $publisher }</a>, { $published }; read { $day })
undated = undated
no-change-recorded = We know of no change.
not-recorded-in-our-sources = Our sources do not say.
not-named-in-the-report = Not named in the report.
no-source-says-what-you-need = Our sources do not say what you need to start.
no-source-says-where-it-leads = Our sources do not say where this role leads next.
no-source-prints-a-move-here = We found no usual job before this one.
none-recorded = We know of none.
by-law-you-must-register-with = By law, you must be on a register: <a>{ $register }</a>.
you-must-register-with = You must be on a register: <a>{ $register }</a>.
you-can-choose-to-register-with = You can choose to be on a register: <a>{ $register }</a>.
you-stay-on-your-own-register = You must be on the register of <strong>your own profession</strong>. For example: { $registers }.
you-may-need-your-own-register = If you come from <strong>a registered profession</strong>, you stay on its register. For example: { $registers }.
no-register-is-needed-by-law = As far as we know, you <strong>do not have to register</strong>.
it-is-less-known = In { $year }, it named this among roles that few young people know.
it-is-hard-to-fill = In { $year }, it named this among roles that are hard to fill.
one-kind-of = This is one kind of <a>{ $role }</a>.
reviewed-on = Reviewed { $day }. Next review by { $due }.
our-own-judgement = Our own judgement: { $facts }.

## A way in, in parts

you-need-first = You need first
you-need = You need
our-reading = We worked this out from the source.
experience-of = { $length } of experience
a-degree-in = A degree in { $subjects }. One in another subject may not count.
in-subjects = The subjects: { $subjects }
experience-that-fits = Experience that fits the job
ask-what-you-need = Ask what you need
usually-this = Usually { $qualification }
experience-first = Experience first
experience-before = Experience before you begin: { $length }.
you-also-need = You also need
subjects = Subjects
you-get = You get
qualification-of-level = a level { $level } qualification
degree-of-level = { $degree } (level { $level })
takes = How long
paid = Paid
you-earn-while-you-learn = Yes, you earn while you learn
no = No
run-by = Run by
what-you-need-to-start = What you need to start
paid-while-training = Paid while training
no-set-qualifications = No set qualifications
no-set-qualifications-but = No set qualifications. But you need: { $needs }
experience-as = Work as { $roles } first
experience-as-for-example = Another job first, such as { $roles }
length-by-way = { $length } ({ $way })
paid-on-these-ways = Yes: { $ways }
source = Source

## A way in, in sentences

you-need-first-this = You need first: { $held }.
you-also-need-these = You also need: { $needs }
subjects-asked-for = Subjects: { $subjects }.
a-source-of-this-year-says-so = A source of { $year } says so.
you-get-this = You get { $qualification }.
takes-so-long = It takes { $length }.
paid-while-you-learn = You are paid while you learn.
paid-yes = Paid: yes.
paid-no = It is not paid.
run-by-these = Run by: { $organisations }.

## Moves between roles

up-to = Up to { $level }.
up-levels-to = { $levels ->
    [2] Up two levels, to { $level }.
    [3] Up three levels, to { $level }.
   *[other] Up { $levels } levels, to { $level }.
}
same-level = Same level: { $level }.
down-to = On a lower level here: { $level }.
all-up-to = Up to { $level }
all-up-levels-to = { $levels ->
    [2] Up two levels, to { $level }
    [3] Up three levels, to { $level }
   *[other] Up { $levels } levels, to { $level }
}
all-on-the-same-level = Same level ({ $level })
all-down-to = On a lower level here ({ $level })
moves-into = Also found in { $settings }.
leaves = Not found in { $settings }.

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
less-known-by-the-report = A report of { $year } names this among roles that few young people know. <a>More roles like this</a>
hard-to-fill-by-the-report = A report of { $year } names this among roles that are hard to fill. <a>More roles like this</a>
kinds-of-this-role = Kinds of this role
no-source-says-where-next = Our sources do not say where this role leads next.
you-get-it-after-another = People do another job first. <a>See which jobs</a>.
grow-without-moving-up = Grow without moving up
around-this-role = Around this role
show-the-small-map = Show the small map
show-more-facts = Show more facts
show-the-list = Show the list
more-roles-lead-here = { $count ->
    [one] { $count } more role leads here.
   *[other] { $count } more roles lead here.
}
it-leads-to-more = It leads to { $count } more.
stops-that-name-no-family = All other jobs here belong to: { $family }.
what-lines-and-marks-mean = <a>What lines and marks mean</a>
what-lines-mean-or-this-family = <a>What lines and marks mean</a>, <a>the map of this family</a>
on-these-pathways = On these pathways
also-part-of = Also part of
moves-into-another-setting = Moves into another setting
into-setting = Into <a>{ $setting }</a>:
how-do-i-get-here = How do I get here?
where-can-i-go-from-here = Where can I go from here?
everything-this-can-lead-to = Everything this can lead to
show-all-that-it-leads-to = Show them all, step by step
each-step-asks-for-something = Open each job to see what you need for it.
each-page-says-what-it-asks = Open each job to see what you need for it.
after-steps = { $steps ->
    [1] One step:
   *[other] { $steps } steps:
}
all-the-ways-to-become-one = All the ways to get this job
show-the-ways = Show every way, from the very start
many-ways-lead-here = Very many ways lead to this job. <a>See the best way from each starting point</a>
show-more-next-roles = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
it-leads-to-n-roles = { $count ->
    [one] Step by step, it can lead to 1 job. <a>See where you can go from here</a>
   *[other] Step by step, it can lead to { $count } jobs. <a>See where you can go from here</a>
}
show-this-role-elsewhere = Show this role on your own website
copy-these-lines = Copy these lines into your page. They need no scripts and set no cookies.
sources-are = Sources: { $sources }.
the-page-on-the-web-has-the-rest = Long lists are cut short on paper. The page on the web has all of it, with its sources.
our-own-judgement-here = Our own judgement on this page: { $facts }. <a>How we judge</a>

## All the ways to become something

start-with = Start with { $qualification }: { $way-in }
from-role = From <a>{ $role }</a>
from-role-elsewhere = From <a>{ $role }</a> (see it elsewhere in this list)

## Comparing roles

compare-these = Compare { $roles }
about-comparing = Two to four roles side by side: what differs between them, and what is the same.
no-such-role-type-a-name = <strong>There is no role called “{ $name }”.</strong> Type a name from the <a>list of roles</a>.
no-such-role-did-you-mean = <strong>There is no role called “{ $name }”.</strong> Did you mean:
here-is-what-differs = Here is what differs. What is the same stands below.
the-same-for-all-of-them = The same for all of them
remove-this = Remove:
change-the-roles = Change the roles
make-a-pack-of-these = Make a pack of these
too-many-to-compare = You can compare four roles at a time. You chose { $count }.
remove-some = Remove some:
or-print-all-of-them = Or print all of them: <a>make a pack of these</a>.
choose-two-to-four-roles = Choose two to four roles. You see the same facts of each, side by side.
roles-one-step-away = Roles that are one step away:
choose-roles = Choose roles
type-the-name-of-a-role = Type the name of a role in each box. Your browser may suggest names. Leave a box empty if you do not need it.
role-number = Role { $number }
compare = Compare
find-the-names-in-the-list = You can find the names in the <a>list of roles</a>.

## A journey

through-roles = Through { $roles }
through-roles-then = Through { $roles }, then { $way-in }
study-before = { $qualification } first, then { $way-in }
straight-on = Straight on to the job
paid-throughout = { $name }, paid throughout
another-way-called = { $name } (way { $number })
way-in-all = { $name }. { $totals }
stops = { $count ->
    [one] { $count } stop.
   *[other] { $count } stops.
}
you-earn-all-the-way = You earn all the way.
part-of-it-is-paid = Part of it may not be paid.
not-known-whether-paid = Our sources do not say whether you are paid all the way.
it-takes = It takes { $length }.
the-part-we-know-takes = The part we know takes { $length }.
length-without-some-stops = { $unknown ->
    [1] { $length }, and one stop we have no time for
   *[other] { $length }, and { $unknown } stops we have no time for
}
way-to-get-there = Way
number-of-stops = Stops
study-on-the-way = Study on the way
not-known = Not known
paid-all-the-way = All the way
paid-partly = Perhaps not all of it
the-known-part-takes = { $unknown ->
    [1] The part we know takes { $length }. Our sources do not say how long one stop takes.
   *[other] The part we know takes { $length }. Our sources do not say how long { $unknown } stops take.
}
length-not-recorded = Our sources do not say how long it takes.
you-start-here = You start here.
a-qualification-not-a-job = A qualification, not a job.
level-and-settings = { $levels }. In { $settings }.
level-alone = { $levels }.
it-asks-for-this = { $way-in } It asks for this: { $qualification }.
as-somebody-who-works-as = If you work as { $role }: { $way-in }
you-move-on-from = You move on from { $role }. Our source names this move.
way-in-as-stated = { $way-in } ({ $stated })
yes = Yes
register = Register
you-must-with = You must: { $register }
you-can-with = You can: { $register }
you-leave = You leave
you-start-again = You start again on a lower level than before.
you-will-also-need = You will also need: { $what }.
your-degree-may-not-fit = Your degree may be in another subject. Ask if the course accepts it.
work-as-one-of = Work as { $roles }
registration-with = Registration: { $register }
training-to-level = { $training }, level { $level }
training-in-the-job = Training in the job
what-our-source-does-not-say = Something that our source does not tell us. Ask first
training-for = Training for: { $role }
you-finish-and-start-the-job = You finish the training and start the job.
goes-below-the-start = This way leads through { $role }, on a lower level than where you start. Our sources show no other way.
yes-beside-a-job = Yes, if you study beside a job
a-registered-profession = A registered profession

## A journey in Braille, where each stop is one line

start-in-one-line = { $start }: You start here.
way-in-is = Way in: { $way-in }.
you-can-register-with = You can register with the { $register }.
you-leave-these = You leave: { $settings }.
source-is = Source: { $sources }.

## Planning a journey

about-journeys = How to get from where you are to the role you want, step by step.
from-to = From { $start } to { $goal }
how-to-become = { $goal }: how to get there
plan-a-journey-from = Where you can go from { $start }
registered-profession-as-start = a registered profession
one-way-of-several = { $journey }: way { $way } of { $count }
no-such-role-one-of-these = <strong>There is no role called “{ $name }”.</strong> Did you mean one of these?
no-such-role-choose-a-name = <strong>There is no role called “{ $name }”.</strong> Choose a name from the <a>list of roles</a>.
no-such-wish = <strong>There is no “{ $value }” under { $key }.</strong> We left it out. Use the choices below.
you-are-there-already = You are there already. Where would you like to go next?
one-way-to-get-there = There is one way to get there.
ways-to-get-there = There are { $count } ways to get there. The shortest comes first.
the-printed-way = { $count ->
    [one] Our source lists this as one move
   *[other] Our sources list these moves
}
printed-move = From { $from } to { $to } ({ $sources }).
printed-move-asks-for = From { $from } to { $to } ({ $sources }). It asks for: { $asks }.
where-you-can-go = The nearest jobs come first.
where-we-give-no-time = Where we give no time, our sources do not say how long it takes.
see-all-with-a-way-in-from = <a>See all jobs with a way in from { $start }</a>
best-way-from-each-start = What do you have now? Here is the shortest way from each.
ways-up = Up to a higher level
ways-on-the-same-level = On the same level
ways-into-another-setting = In another setting
see-all-ways = <a>See all { $count } ways</a>
pack-of-this-way = <a>Make a pack of it</a>, with a sheet for each role.
pack-of-all-ways = <a>Make a pack of all the ways</a>, with a sheet for each role.
print-this-way = <a>Print way { $number } on one sheet</a>
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
no-way-from-here-to-there = We found no way from here to there in our sources.
no-way-that-fits-your-choices = We found no way from here to there that fits your choices.
the-role-does-not-fit = The role itself does not fit your choice: { $wish }.
the-step-does-not-fit = The step from { $start } to { $goal } does not fit your choice: { $wish }.
nothing-leads-there = Our sources do not say how to get into this role.
nothing-leads-on = Our sources do not say where your starting point leads.
nothing-joins-them = Our sources show no step between the jobs you can reach and the jobs that lead there.
drop-one-choice = There is a way if you drop one choice. Drop:
wish-to-keep-earning = keep earning all the way
wish-for-no-degree = no degree
wish-for-places = only the places you chose
nearest-you-can-reach = The nearest roles you can reach
near-by-steps = <a>{ $role }</a>, { $steps ->
    [one] { $steps } step from the job you want
   *[other] { $steps } steps from the job you want
}
near-as-it-is-alike = <a>{ $role }</a>, a similar job
nearest-that-lead-there = The nearest roles from which you could get there
nobody-says-how = People may still do it. Our sources do not say how.
say-where-you-are = Say where you are now and where you want to be. We show the ways to get there, step by step.
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
no-way-here = We found no way here in our sources.
other-ways-to-get-there = { $count ->
    [1] There is one other way to get there.
   *[other] There are { $count } other ways to get there.
}
nobody-says-what-you-need = Our sources do not say what you need to start.

## Packs: roles as a handout

make-a-pack = Make a pack
pack-titled = Pack: { $title }
about-packs = Roles as a handout: print them, in large print or on tinted paper, or take them as Braille.
handout-of = Handout: { $role }
so-many-roles = { $count } roles in health and social care
chosen-by = Chosen by: { $choices }.
chosen-by-a-journey = The ways that our sources show, and a sheet for each role on them.
print-this-pack = Print this pack
print-with-your-browser = Print this page with your browser: Ctrl+P, or Cmd+P on a Mac.
print-on-one-side = To take roles out of the pack later, print on one side of the paper.
how-to-print = How to print
change-the-pack = Change the pack
in-braille = In Braille
take-a-file-for-an-embosser = Take a file for an embosser, with 40 cells by 25 lines:
no-translator-here = Contracted Braille (grade 2) cannot be made just now. Uncontracted Braille (grade 1) can.
make-another-pack = Make another pack
what-is-inside = What is inside
choose-a-name-to-see-its-sheet = Choose a name to see its sheet here. On paper you get every sheet.
how-to-use-it = How to use it
take-out-the-ones-you-like = Each role begins on a new page, so you can take out the ones you like.
read-what-you-do-first = Read what you do first. Then look at the ways in.
each-role-shows-where-it-leads = Each role shows where it can lead, and on which career level.
talk-with-somebody-you-trust = Talk about it with someone you trust, or with a careers adviser.
scan-the-qr-code = Scan the QR code of a role to see its page on the web. You can also type the address beside it.
who-made-it = Who made it
made-with = This pack was made with { $site } ({ $address }).
made-with-site = This pack was made with { $site }.
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
ready-made-packs = Ready-made packs
other-ways-to-begin = Other ways to begin
filter-the-roles-first = <a>Filter the roles</a>, then choose “Make a pack of these”.
compare-roles-first = <a>Compare roles</a>, then choose “Make a pack of these”.
plan-a-journey-first = <a>Plan a journey</a>, then choose “Make a pack of these”.
or-tick-the-roles = Tick the roles you want, here below.
tick-the-roles-you-want = Tick the roles you want
tick-up-to = You can tick up to { $most } roles. For more, filter the roles first.
tick-roles-of-one-level = Choose a career level to see its roles:
make-the-pack = Make the pack
take-it-as-braille = Take it as Braille
no-such-role-left-out = <strong>There is no role called “{ $name }”.</strong> We left it out.
no-way-see-the-nearest = <strong>Our sources show no way from here to there.</strong> <a>See the nearest roles</a>.
both-ends-are-needed = <strong>We do not know both ends of this journey.</strong> <a>Plan a journey</a> first.
no-such-choice-of-roles = <strong>There is no “{ $value }” under { $choice }.</strong> We left it out. <a>Choose from the filters</a>.
no-such-text-size = <strong>There is no text size “{ $value }”.</strong> We left it out. Choose one below.
no-such-paper = <strong>There is no paper “{ $value }”.</strong> We left it out. Choose one below.
no-such-braille-code = <strong>There is no Braille code “{ $value }”.</strong> We left it out. Choose one below.
no-contracted-braille-here = <strong>Contracted Braille cannot be made just now.</strong>
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
each-asks-for-more-on-its-page = What you add for each stands on its own page.
each-asks-for-more = { $roles }. Each asks for more: read its own page first.
sources-do-not-say = Our sources do not say: { $facts }.
the-contact-with-patients = whether you care for patients
the-registration = whether you must register
the-places-where-you-work = the places where you work
the-qualities = what it asks of you
a-move-into-this-role = which jobs come before it
the-pay = pay
what-you-need = what you need to start
what-every-way-asks-for = what you need for each way in
what-some-ways-ask-for = what you need for some of the ways in
where-it-leads = where this role leads next
how-long-each-way-takes = how long each way in takes
how-long-some-ways-take = how long some of the ways in take
whether-each-way-is-paid = whether each way in is paid
whether-some-ways-are-paid = whether some of the ways in are paid
the-hours = hours
the-checks = checks

## A pack in Braille

file-in-contracted-braille = This file is in contracted Unified English Braille, 40 cells by 25 lines.
file-in-uncontracted-braille = This file is in uncontracted Unified English Braille, 40 cells by 25 lines.
inside = { $role }: { $levels }

## In many places

search = Search
did-you-mean = Did you mean
on-this-page = On this page
n-roles = { $count ->
    [one] 1 role
   *[other] { $count } roles
}
sources-and-reviews = Sources: { $sources }. Reviewed { $reviewed }. Next review by { $review-by }.
in-brackets-this-page = (this page)
registration-with-the = Registration: { $register }

## Where there is no page

find-your-way-on = Find your way
search-the-roles = Search the roles
start-page = Start page
all-roles = All roles
first-jobs = First jobs
page-not-found = Page not found
there-is-nothing-at-this-address = There is nothing at this address.
there-is-no-role-called = There is no role called “{ $name }”.
this-page-takes-no-data = This page takes no data
nothing-can-be-sent = The request came with a body. Nothing can be sent to this site.
this-page-can-only-be-read = This page can only be read
use-get-or-head = Use GET or HEAD. Nothing on this site can be changed from outside.
this-address-is-too-long = This address is too long
choose-fewer-options = An address here has at most 2,048 characters. Choose fewer options and try again.
this-address-asks-for-too-much = This address asks for too much at once
choose-fewer = An address here has at most { $count } options. Choose fewer and try again.
your-browser-sent-too-much = Your browser sent too much
headers-may-have = The headers of a request may have { $kib } KiB together.
this-address-cannot-be-read = This address cannot be read
check-the-link = Some characters in it are not valid text. Check the link that led you here.
this-request-cannot-be-read = This request cannot be read
open-it-in-a-browser = It is not written as HTTP asks. Open the page in a browser.
many-people-are-here-now = Many people are here right now
wait-and-try-again = This page takes a moment to make, and others wait before you. Try again in a few seconds.
something-went-wrong = Something went wrong
the-fault-is-ours = The fault is ours, not yours. Please try again in a while.
there-is-no-braille-file-now = There is no Braille file just now
try-uncontracted-braille = Please try again in a minute, or choose uncontracted Braille.
the-search-does-not-work-now = The search does not work just now
the-list-works-without-a-search = The fault is ours, not yours. Please try again in a while. The list of roles works without a search.
say-where-from-or-where-to = Say where from or where to: { $path }?from=porter&to=midwife

## The page for developers

for-developers = Open data for developers
take-the-data-and-build = How to take all the data of this site and build on it: as CSV tables, as JSON, under which licence.
everything-here-is-open-data = All facts on this site are open to programs. You need no key, no account and no script.
licence = Licence
use-the-data-under = You may use, change and share the data under the licence <a>{ $title }</a>. Name where it comes from.
name-us-with-these-words = Use these words:
no-licence-yet = We have not chosen a licence yet. Ask us before you use the data.
each-fact-names-its-sources = Each fact names its sources by id. Their titles, and the licence of each, are <a>in this list</a> and on <a>About the data</a>.
tables = Tables
tables-open-in-a-spreadsheet = Each table opens in a spreadsheet. A cell with several values has a semicolon between them.
table-of-roles = every role, a line each
table-of-progressions = every move from role to role
table-of-ways-in = every way into a role
description-of-the-tables = what each column says, as a Frictionless data package
every-role-as-json = every role, as JSON
the-map-as-json = every role and every move between roles, as JSON
a-list-of-roles-takes-filters = The table of roles takes the filters of the page “Roles”: copy what follows its question mark.
the-json-api = The JSON API
start-with-the-index = <a>The index</a> names every address. <a>The OpenAPI description</a> says what each takes and gives.
lists-that-roles-refer-to = Roles refer to these lists by id:
scripts-may-read-it = Scripts on any website may read it, errors too (CORS).
a-wrong-value-is-an-error = A wrong parameter or value gets status 400. The answer names the right ones under <code>did_you_mean</code> and <code>choose_from</code>.
long-lists-come-in-parts = Lists take <code>limit</code> and <code>offset</code>. The address of the next part is under <code>next</code>.
each-answer-names-its-version = Each answer names the version of the data under <code>revision</code> and in the header <code>Data-Revision</code>. Send its <code>ETag</code> back to fetch only what is new.
texts-come-twice = Texts come as plain words, and as HTML in the field that ends in <code>_html</code>.
catalogues-of-data-read = Catalogues of open data read <a>this entry in DCAT</a>.
fields-of-a-role = Fields of a role
fields-are-described-in-english = Their descriptions are in English. Those of all other fields are in <a>the OpenAPI description</a> and <a>the data package</a>.
show-the-fields = Show the fields
in-json = In JSON
in-the-table = In the table
what-it-says = What it says

## Errors of the open data

no-parameters-here = “{ $name }” is no parameter here: this address takes none.
no-such-parameter = “{ $name }” is no parameter here. Choose from { $names }.
no-such-value = “{ $name }” cannot be “{ $value }”. Choose from { $values }.
parameter-is-empty = “{ $name }” is empty. Give it a value, or leave it out.
parameter-is-too-long = “{ $name }” can have { $most } letters at most.
parameter-is-no-number = “{ $name }” must be a whole number from { $least } to { $most }.
parameter-stands-twice = “{ $name }” is given twice. Give it once, or each time with another value if it is a filter.
list-has-no-entry = There is no “{ $id }” in the list { $list }.

## The start page

find-your-way = Find your way in health and social care
see-where-you-can-start = See where you can start and where each role can lead. Then see how to get to where you want to be.
search-n-roles = { $count ->
    [one] Search 1 role
   *[other] Search { $count } roles
}
try-a-job-or-a-place = Try a job, a place or what you like: babies, x-ray, cooking, no exams.
see-the-map-as-a-drawing-or-in-words = <a>See the whole map</a>, as a drawing or in words
where-are-you-now = Where are you now?
i-am-starting-out = <strong>I am starting out</strong> Roles you can begin with no qualifications, and what they lead to.
i-am-not-sure = <strong>I am not sure</strong> Answer a few questions and see which roles fit, and why.
i-already-work-here = <strong>I already work in care</strong> Your next step: up, sideways, or into another setting.
i-help-others-choose = <strong>I help others choose</strong> For teachers, careers advisers and parents.
i-want-it-on-paper = <strong>I want it on paper</strong> Packs of roles to print, in large print or as Braille.
browse-by-career-level = Browse by career level
browse-by-place = Browse by place
what-do-you-have-now = What do you have now?
n-roles-to-start = { $count ->
    [one] 1 role to start
   *[other] { $count } roles to start
}
browse-by-family = Browse by family of careers

## A career level

career-level-named = Career level: { $level }
career-levels = Career levels:
guides-to-get-you-ready = Guides to get you ready
roles-you-can-start-with-no-qualifications = See roles you can start with no qualifications
n-roles-on-this-level = { $count ->
    [one] 1 role on this level
   *[other] { $count } roles on this level
}
see-all-on-this-level = <a>See all { $count } roles: { $level }</a>
show-only-roles-on-this-level-in = Show only roles on this level in:
next-level = Next level: <a>{ $level }</a>

## A setting

on-this-page-you-find = On this page:

## The families of careers

roles-family-by-family = Roles in health and social care, family by family.
roles-that-belong-together = Roles that belong together stand on one line. A role can belong to two families.
where-the-families-come-from =
    An NHS booklet prints 15 of these families. We added social care and eye care, for roles that fit none of the 15.
    Which family a role belongs to is our judgement.
family-of-careers-named = Family of careers: { $family }
pathways-step-by-step = Pathways, step by step
the-family-is-printed-in = The family is printed in: { $sources }. Which roles belong to it is our judgement.
we-added-this-family = We added this family, for roles that fit none of the printed ones. Which roles belong to it is our judgement.

## Guides

guides-for-people-who = Guides for people who want to start, move on, or help others to choose.
how-to-get-ready-and-move-on = How to get ready, find work, study while you earn, and move on.
step-by-step-into-a-profession = Step by step into a profession, by work or by study.
find-out-more-at = Find out more:
roles-to-look-at-next = Roles to look at next
where-the-figures-come-from = Where the figures come from
figure-as-of = { $figure }: { $value }, as of { $date }. { $sources }.

## Pathways

step-by-step-examples = Step-by-step examples into the allied health professions, by work or by study.
each-pathway-is-an-example =
    Each pathway is an example of how people get into an allied health profession.
    Many show two ways: work and learn, or study first.
as-a-source-prints-it = From one source
pathway-into = Pathway: { $profession }
no-source-prints-this-pathway-whole =
    No source prints this pathway whole. We put it together from what the sources say of the profession.
    Each step names its source.
this-pathway-is-an-example =
    This is an example. Your own way may skip a step or add one. The levels here are qualification levels, not career levels.
    Read more about the role: <a>{ $role }</a>.
you-work-and-learn-as-you-go = You work in a paid job and learn as you go.
you-study-first = You study first and start the job when you qualify.
qualification-level = Qualification level { $level }
entry-level = Entry level
level-not-printed = Level not given
work-and-study = Work and study
study = Study

## About the data

where-the-facts-come-from = Where the facts on this site come from, how much is known, and what is due for review.
every-fact-names-its-source = Every fact here names its source. What our sources do not say, we leave out, and the page tells you so.
what-each-source-gave = What each source gave
progressions = Progressions
pathways = Pathways
figures = Figures
a-role-can-have-more-than-one-source = A role, a progression or a way in can have more than one source.
how-much-is-known = How much is known
of-n-roles-this-many-have = { $count ->
    [one] Of 1 role, this many have:
   *[other] Of { $count } roles, this many have:
}
a-way-in = a way in
a-progression-to-another-role = a progression to another role
a-progression-from-another-role = a progression from another role
an-apprenticeship-among-the-ways-in = an apprenticeship among the ways in
a-length-for-a-way-in = a length for a way in
whether-it-is-clinical = whether it is clinical
the-places-of-work = where you work
levels-that-are-our-judgement = levels that are our judgement
pay-hours-or-checks = Pay, hours or checks
what-is-our-judgement = What is our judgement
for-other-roles-we-decide =
    The Career Pathway Tool prints the level and the places of its roles. We keep them exactly.
    For other roles we decide by these rules:
# A list: each line is an item.
rules-of-judgement =
    <strong>Entry level:</strong> the source asks for no set qualification, or only for a good general education, some GCSEs or a driving licence.
    <strong>Early career:</strong> the source asks for a qualification below a degree, a trade, lived experience, or work in another role first.
    <strong>Mid career:</strong> the source asks for a degree or for training that leads to registration, or the role manages a service.
    <strong>Leadership:</strong> the source asks for a registered professional who studies at level 7, or the role heads a department.
    <strong>Places:</strong> we go by the places that the text names. Where it names none, we name none.
    <strong>Family of careers:</strong> the booklet printed it as a picture that is lost. We go by what each family means.
    <strong>Clinical or not:</strong> clinical roles give care directly to patients. Where a text does not decide, we do not say.
some-ways-in-are-left-out =
    “What can I start with what I have now” leaves some ways in out. They ask for experience, or they differ from place to place.
figures-that-age = Figures that age
figure = Figure
value = Value
as-of = As of
look-again-by = Look again by
what-is-due-for-review = What is due for review
show-these-pages = Show these pages
show-the-figures = Show the figures
see-n-sites-we-read = { $count ->
    [one] Some facts come from 1 website that we read. <a>See it</a>
   *[other] Some facts come from { $count } websites that we read. <a>See all of them</a>
}
sites-we-read = Websites we read (page { $page } of { $pages })
sites-that-say-a-fact = Each of these websites says one or more facts on this site. The page of a role names the page and the day we read it.
and-so-many-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
by-day-n-pages = { $count ->
    [one] By { $day }: 1 page
   *[other] By { $day }: { $count } pages
}
what-was-left-out = What was left out
some-jobs-are-only-named =
    Some jobs are only named in a source, within the text of another role. They stand on that role's page and have none of
    their own.

## Content changes

content-changes = Content changes
what-changed-latest-first = What changed in what this site says about roles, in its guides and in its pathways. The latest day comes first.
follow-the-changes = You can <a>follow the changes as a feed</a>.
see-the-content-changes = We keep <a>a list of the content changes</a>.
no-change-recorded-yet = No change has been recorded yet.
new-page = New
changed-page = Changed
renamed-page = New name
page-taken-away = Taken away

## The accessibility statement

accessibility-statement = Accessibility statement
how-far-everyone-can-use-this-site = How far everyone can use this site, and what to do where it fails you.
everyone-should-be-able-to-use-this-site =
    We want everyone to be able to use this site. It should work on a small phone, in print and in a text browser.
    It should work with a keyboard and with a screen reader.
on-every-page-you-should-be-able-to = On every page you should be able to:
enlarge-the-text = enlarge the text to 400 % and still read without scrolling sideways
reach-everything-with-a-keyboard = reach everything with a keyboard, and see where you are
read-a-drawing-in-words = read all that a drawing says as a list in words
use-light-or-dark-colours = use light or dark colours, more contrast, or the colours of your device
do-everything-without-javascript = do everything without JavaScript
how-accessible-this-website-is = How accessible this website is
what-does-not-work-yet = What does not work yet
we-know-of-nothing-that-does-not-work = We know of nothing that does not work. If you find something, it is a fault, and we want to mend it.
other-forms-you-can-use = Other forms you can use
tell-us-about-a-problem = Tell us about a problem
write-to-us-about-a-problem = Write to <a>{ $address }</a>. Say which page it is, what you wanted to do, and what happened.
if-you-are-not-happy-with-the-answer = If you are not happy with the answer
who-enforces-the-accessibility-regulations =
    The Equality and Human Rights Commission enforces the 2018 accessibility regulations for public sector websites.
if-you-are-not-happy-turn-to = If you are not happy with how we answer, turn to the <a>{ $body }</a>.
how-we-tested-it = How we tested it
this-statement-was-written-on = This statement was written on { $prepared }. We last looked at it on { $reviewed }.

## Privacy

no-accounts-no-cookies-no-scripts = This site keeps nothing about you. It has no accounts, no cookies and no scripts.
this-site-keeps-nothing-about-you = This site keeps nothing about you. You need no account.
what-we-do-not-do = What we do not do
we-set-no-cookies = We set no cookies, and we store nothing on your device.
we-use-no-javascript = We use no JavaScript, so nothing follows what you do.
your-browser-asks-no-other-website = Your browser asks no other website for anything when you open a page here.
we-have-no-database = We have no database. Your answers and choices are only in the address of the page.
what-the-server-writes-down = What the server writes down
the-server-notes-which-page =
    The server notes which page was asked for, when, and how the server answered. It does not write down your choices, your
    searches or who you are. Other equipment between you and the server may keep its own notes.
links-and-printed-pages = Links and printed pages
a-link-holds-your-choices = A link that you save or send holds the choices on that page. Think of that before you share it.
another-website-has-its-own-rules = When you follow a link to another website, that website has its own rules.
questions = Questions
write-to-us = Write to <a>{ $address }</a>.
no-address-yet = There is no address to write to yet. Tell the person who showed you this site.

## The list of roles

roles-by-level-and-place = Roles in health and social care, by level, place, family of careers and way in.
all-n-roles = { $count ->
    [one] All 1 role
   *[other] All { $count } roles
}
n-roles-with = { $count ->
    [one] 1 role: { $choices }
   *[other] { $count } roles: { $choices }
}
page-of-pages = { $heading } (page { $page } of { $pages })
showing-results-for = Showing results for <strong>{ $words }</strong>. <a>Search for { $typed } as typed</a>
we-searched-as-you-typed = We searched for the words as you typed them. <a>Search for { $words }</a>
no-role-has-the-word = No role has the word <strong>{ $word }</strong>.
no-role-has-the-word-so-we-left-it-out = No role has the word <strong>{ $word }</strong>. We left it out.
no-role-has-all-of-these-words = No role has all of these words. These roles have the most of them.
there-is-no-order = <strong>There is no order “{ $value }”.</strong> Choose from the links above the list.
there-is-no-view = <strong>There is no view “{ $value }”.</strong> Choose from the links above the list.
there-is-no-page = <strong>There is no page “{ $value }”.</strong> This is page 1.
make-a-pack-to-print-or-emboss = <a>Make a pack of these</a>, to print or to take as Braille.
order = Order:
best-match = Best match
a-to-z = A to Z
show-as = Show as:
one-list = One list
grouped-by-career-level = Grouped by career level
in-brackets-now = (now)
pages-of-this-list = Pages of this list
previous-page = Previous page
next-page = Next page
page-number = Page { $page }

## What one can choose

what-you-have-now = What you have now
i-work-as = I work as { $role }
if-you-work-as = if you work as { $role }
in-quotes = “{ $words }”
words-alone = “{ $words }” alone
filter-the-roles = Filter the roles
choose-filters = Choose filters: level, place, what you have now
search-for-the-words-as-typed = Search for the words as typed
show-roles = Show roles
the-number-beside-a-choice = The number beside a choice says how many roles it has, with your other choices kept.

## What was chosen

there-is-no-choice = <strong>There is no “{ $value }” under { $choice }.</strong> We left it out. Choose one of these:
your-choices = Your choices. Follow one to remove it.
clear-all = Clear all
did-you-mean-one-of = Did you mean:
remove-one-choice = Remove one choice:
without-choice = { $count ->
    [one] <a>Without { $choice }</a> (1 role)
   *[other] <a>Without { $choice }</a> ({ $count } roles)
}
keep-only-the-words = { $count ->
    [one] Search for <a>{ $words }</a> without other choices (1 role)
   *[other] Search for <a>{ $words }</a> without other choices ({ $count } roles)
}
or-go-on-from = Or go on from the <a>families of careers</a>, the <a>first jobs</a> or <a>all roles</a>.

## The map

every-move-on-the-map = Every move on the map
every-move-as-a-table = Every move from one role in health and social care to another, in words, as a table.
the-career-map = The career map
every-role-on-one-map = Every role in health and social care on one map, and every move from one to another.
x-with-choices = { $x }: { $choices }
n-moves-between-n-roles = { $moves ->
    [one] 1 move
   *[other] { $moves } moves
} between { $roles ->
    [one] 1 role
   *[other] { $roles } roles
}, with their sources.
moves-from-role-to-role = Moves from role to role, by the title of where they start
direction = Direction
up = Up
on-the-same-level = Same level
down = Down
way-in-up = Way in, up
way-in-same-level = Way in, same level
way-in-down = Way in, down
you-gain = You gain
each-line-is-a-family = Each line is a family of careers. Each stop is a role. The lines run from first jobs to leadership.
the-map-shows-this-journey = The map shows this journey as a thick line with bold stops. Its stops are:
n-steps-have-no-line = { $count ->
    [one] One step has no line on this map. You get there by study or with a qualification, or your filters hide it.
   *[other] { $count } steps have no line on this map. You get there by study or with a qualification, or your filters hide it.
}
there-is-no-journey-to-show = There is no journey to show here. The planner says more.
go-to-it-on-the-map = Go to it on the map
only-the-families-on-its-way = Only the families on its way
what-each-step-asks-of-you = What each step asks of you
hide-this-journey = Hide this journey
the-same-in-words = The same in words
the-same-as-a-table = The same as a table
these-roles-as-a-list = These roles as a list
one-family-at-a-time = One family at a time
key-to-the-map = Key to the map:
move-up-a-level = Move up a level
move-on-the-same-level = Move on the same level
move-down-to-train-again = Move down, to train again
way-in-that-asks-for-the-role = The next job accepts people from it
place-not-recorded = Place not known
where-a-line-changes-colour =
    Where a line changes colour, you change family.
    A stop with more than one mark is found in more than one kind of place.
and-n-kinds = { $count ->
    [one] + 1 kind
   *[other] + { $count } kinds
}
n-kinds-share-a-stop = { $count ->
    [one] A role and the kinds of it share one stop, which says how many kinds there are. One role has no stop of its own here. <a>See a stop for each role</a>
   *[other] A role and the kinds of it share one stop, which says how many kinds there are. So { $count } roles have no stop of their own here. <a>See a stop for each role</a>
}
each-kind-has-its-own-stop = Each kind of a role has its own stop. <a>Let a role and its kinds share one</a>
skip-the-drawing = Skip the drawing
the-career-map-in-words = The career map in words
the-same-as-a-drawing = The same as a drawing
each-role-and-where-it-leads = Each role, and where it leads
every-move-in-a-table = Every move in a table
each-stop-says-how-many = Each line is a family of careers. Each stop is a career level, and says how many roles are there.
choose-a-family-or-a-stop = Choose a family or a stop to see its roles, and how one leads to another.
family = Family
leads-on-to = Often leads on to
n-kinds-share-a-stop-here = { $count ->
    [one] A role and the kinds of it share one stop, which says how many kinds there are. One role has no stop of its own here.
   *[other] A role and the kinds of it share one stop, which says how many kinds there are. So { $count } roles have no stop of their own here.
}
change-the-filters = Change the filters
career-map = Career map
n-more-moves-lead-from-here = { $count ->
    [one] 1 more move leads from here to roles that you left out. <a>See the whole map</a>
   *[other] { $count } more moves lead from here to roles that you left out. <a>See the whole map</a>
}
the-same-map-in-words = The same map in words
in-brackets-also = (also { $level })
up-to-these = Up to
down-to-these = Down to
a-way-in-to-these = A way in to

## What suits me?

find-a-role-that-suits-you = Find a role that suits you
answer-a-few-plain-questions = Answer a few plain questions. See which roles in health and social care fit, and why.
n-roles-fit-your-answers = { $count ->
    [one] 1 role fits your answers
   *[other] { $count } roles fit your answers
}
it-is-not-an-answer-to = <strong>“{ $value }” is not an answer to “{ $question }”</strong> We left it out. Choose one of these:
use-this-to-start-a-conversation =
    Use this to start a conversation. It is not a test.
    The roles that match most of your answers come first.
your-answers = Your answers. Follow one to remove it.
change-your-answers = Change your answers
your-answers-leave-every-role-out = Your answers leave every role out. Remove one above, or <a>see what was left out</a>.
the-roles-that-fit-best = The roles that fit best
matches-your-answer = Matches your answer
does-not-match-your-answer = Does not match your answer
nothing-you-said-is-for-it = Nothing you said is for it or against it.
matches-some-of-your-answers = Matches { $some } of your { $all } answers
matches-some-and-some-are-against = Matches { $some } of your { $all } answers, { $against } against it
one-of-your-answers-leaves-this-role-out = One of your answers leaves this role out. See what was left out.
compare-the-first-roles = Compare the first roles
print-these-roles = Print these roles
look-around-on-the-map = Look around on the map
next-in-order = More roles that fit
other-roles-fit-less-well = Other roles fit less well, or not at all ({ $count }). <a>See all roles</a>.
roles-that-few-people-know = Roles that few people know
who-says-that-few-people-know-them =
    A 2025 report names these among roles that few young people know. Those that fit you best come first.
what-was-left-out-and-why = What was left out, and why
roles-are-left-out-because = { $count ->
    [one] You said { $said }. <strong>1 role is left out</strong>, because they { $reason }.
   *[other] You said { $said }. <strong>{ $count } roles are left out</strong>, because they { $reason }.
}
x-and-also-y = { $x }, and { $y }
have-no-recorded-way-in-without-a-degree = have no way in without a degree, as far as we know
have-no-recorded-way-in-that-begins-with-that = have no way in that starts with that, as far as we know
do-not-have-this-in-our-sources = do not have this in our sources
your-other-answers-match-most = Of these, your other answers match most:
how-to-get-there = How to get there
from-what-you-have-to = from what you have: { $role }
keep-your-answers = Keep your answers
save-print-or-send-the-address =
    Your answers are in the address of this page, and nowhere else.
    Save it, print it or send it to someone you trust:
answer-as-many-as-you-like =
    Answer as many of these { $count } questions as you like. Skip any.
    Use this to start a conversation. It is not a test.
you-see-which-roles-fit = You see which roles fit, and why. Your answers are in the address of the page, and nowhere else.
the-questions = The questions
show-the-questions = Show the questions with your answers
choose-any-number = Choose any number.
skip-this-question = Skip this question
show-roles-that-fit = Show roles that fit
how-this-works = How this works
how-points-are-counted = How the points are counted
the-points-of-each-role = The points of each role
each-answer-looks-for-facts =
    Each answer looks for facts that our sources record of a role. A role gets points for each fact it has.
    Some answers take points away.
what-points-mean = 3 points: the fact that the answer is about. 2 points: a good sign of it. 1 point: a hint.
a-list-of-words-counts-once =
    A list of words counts once. It counts twice if the first sentence about the role has one of them.
which-answers-leave-roles-out =
    What you have now, and “without a degree”, leave roles out and give no points. All other answers only change the order.
the-highest-count-comes-first =
    For each role we count the questions that it matches. We take off those that go against it.
    The highest count comes first.
where-the-count-is-the-same =
    Where the count is the same, more points come first. Where these are the same too, the alphabet decides.
nothing-is-left-to-chance = Nothing else counts, and nothing is left to chance. The same answers always give the same roles.
a-good-role-can-stand-low =
    A source may leave out a fact, so a good role can come low. Look at a few, and talk about them with someone.
every-answer-and-what-it-looks-for = Every answer, and what it looks for
see-what-every-answer-looks-for = <a>See every answer, and what it looks for</a>

# Why an answer counts for a role. What a fact says is put behind "This role" or "The role".

you-said-and-this-role = You said { $said }. This role { $facts }.
reason-with-points = { $reason } { $points }.
the-role-counts = The role { $fact }: { $points }.
the-role-or-it-is-left-out = The role { $fact }, or it is left out.
n-points = { $count ->
    [one] 1 point
   *[other] { $count } points
}
n-points-less = { $count ->
    [one] 1 point less
   *[other] { $count } points less
}
has-a-way-in-that-begins-with-that = has a way in for you
has-a-way-in-where-you-earn = has a way in where you earn while you learn
has-a-way-in-without-a-degree = has a way in without a degree
speaks-of = mentions { $words }
is-listed-under = is listed under “{ $choice }”
is-on-the-level = is on the level “{ $level }”
is-found-in = is found in { $setting }
is-in-the-family = is in the family “{ $family }”
gives-care-directly-to-patients = gives care directly to patients
does-not-give-care-directly-to-patients = does not give care directly to patients
has-a-way-in-from-a-registered-profession = has a way in from a registered profession
has-a-way-in-that-asks-for-no-qualification = has a way in that asks for no qualification
has-a-way-in-that-you-can-begin-with = has a way in that you can begin with { $qualification }
has-this-way-in = has this way in: { $way }
is-paid-on = is paid on { $pay }
has-these-hours = has these hours: { $hours }
asks-for-this-check = asks for this check: { $check }

## What a search is told

also-found = Also found
you-may-be-looking-for = You may be looking for
guide = Guide
pathway = Pathway
organisation = Organisation
no-page-for-protected-title = We have no page for <strong>{ $title }</strong> yet. It is a protected title. You must be on the register of the <a>{ $register }</a>.
no-page-for-protected-title-of = We have no page for <strong>{ $title }</strong> yet. It is a protected title. You must be on the register of the { $register }.
different-jobs-in-the-same-kind-of-work = These are different jobs in the same kind of work:
understood-as = We understood “{ $said }” as a choice: { $choices }.
search-for-these-words-as-typed = <a>Search for “{ $words }” as typed</a>

## Searches of other sites

look-for-openings = Look for openings
these-are-other-sites = These links search other sites for this job.
look-for-it = Look for it
service-and-words = { $service }: { $words }

## How much is known

fact = Fact
of-a-hundred = Of 100 roles
years-of-the-sources = Years of the sources
year-and-number = { $year }: { $roles }
undated-and-number = no date: { $roles }
scales-of-pay = Pay scales
sums-are-those-of-the-year = Pages show this pay with its year. Each advert says what a job pays.
scale = Scale
applies = Applies
compared-with-its-page = Compared with its page
not-yet-confirmed = Not yet confirmed
from-day-to-day = { $from } to { $to }
licence-is = Licence: { $licence }.

## Jobs like a job

jobs-like-this-one = Jobs like this one
we-compared-the-jobs-ourselves = We compared what is recorded of each job. No source says that they are alike, or that one leads to the other.
both-mention = Both mention { $words }.
what-both-ask-of-you = Both ask this of you: { $words }.
both-are-in-the-family = Both are in the family “{ $family }”.
both-have-this-way-in = Both have this way in: { $way }.
both-have-this-way-in-from = Both have this way in: { $way } ({ $qualification }).
both-are-found-in = Both are found in { $settings }.
both-are-on-the-level = Both are on the level “{ $level }”.
both-give-care-directly = Both give care directly to patients.
neither-gives-care-directly = Neither gives care directly to patients.

## A copy without a server

this-copy-cannot-search = You cannot search or fill in forms in this copy.
the-site-itself-can = You can on <a>the site itself</a>.
