# SPDX-License-Identifier: GPL-3.0-or-later
# The texts of the window, collected from the code.

# Brings the .ts files of a folder up to date with the code. update_translations FOLDER
update_translations() {
    local update=(env PATH="$PATH:/usr/lib/qt6/bin" lupdate -silent -locations none -no-obsolete)
    "${update[@]}" app/desktop app/text -ts "$1/cloopsmith_es.ts" "$1/cloopsmith_de.ts"
    # English itself: plurals alone.
    "${update[@]}" -pluralonly app/desktop app/text -ts "$1/cloopsmith_en.ts"
}
