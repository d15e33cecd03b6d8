# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the texts of window, command and manual pages from the sources.

# Updates the .ts files of a folder from the code, and the .po files of its folder man from the manual pages. update_translations FOLDER
update_translations() {
    local copy update=(env PATH="$PATH:/usr/lib/qt6/bin" lupdate -silent -locations none -no-obsolete)
    copy=$(mktemp -d)
    cp -r app/text app/cli app/attach "$copy"
    # Outside classes, tr() is a function of ours, and Qt's tool is told the context.
    find "$copy" -name '*.cpp' -exec sed -i -E 's/\btr\(/QT_TRANSLATE_NOOP("Command", /g' {} +
    "${update[@]}" app/desktop "$copy" -ts "$1/cloopsmith_es.ts" "$1/cloopsmith_de.ts"
    # English: plurals only.
    "${update[@]}" -pluralonly app/desktop "$copy" -ts "$1/cloopsmith_en.ts"
    resources/man/make_pages.sh "$copy/man" "$1/man" --no-translations
    rm -r "$copy"
}
