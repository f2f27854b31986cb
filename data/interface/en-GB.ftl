# The words of the interface, in English. A file beside this one, named for its language, says the same in another; the
# key `language` of site.yaml chooses. `career-pathways check` says what a file leaves out or spells differently.
#
# Each message has an id that reads like it. `{ $x }` is filled in. Text in <a>, <strong> and <em> is a link or is
# stressed; keep as many links as there are here, in their order. A sentence has at most 20 words.
# The language of this file is described on https://projectfluent.org.

### Lists

x-and-y = { $x } and { $y }
x-or-y = { $x } or { $y }

### The head and the foot of every page

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

### The page of a role

no-way-in-yet = No source says what you need to begin. You can get here from other roles: <a>see them below</a>.
no-move-here-yet = No source prints a move into this role. <a>See the ways in</a>.
