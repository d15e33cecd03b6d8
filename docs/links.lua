-- SPDX-License-Identifier: GPL-3.0-or-later
-- Links between the pages lead to .html instead of .md.
function Link(link)
    link.target = link.target:gsub("%.md$", ".html")
    return link
end
