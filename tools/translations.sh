# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the window's texts from the code.

# Updates the .ts files of a folder from the code. update_translations FOLDER
update_translations() {
    local update=(env PATH="$PATH:/usr/lib/qt6/bin" lupdate -silent -locations none -no-obsolete)
    "${update[@]}" app/desktop app/text -ts "$1/cloopsmith_es.ts" "$1/cloopsmith_de.ts"
    # English: plurals only.
    "${update[@]}" -pluralonly app/desktop app/text -ts "$1/cloopsmith_en.ts"
}
