# SPDX-License-Identifier: GPL-3.0-or-later
# Checks of the sources. Each prints problems and fails if there are any.

check_shell() {
    shellcheck -x -a dev .ci/run tests/support/*.sh tests/flatpak/*.sh tests/ports/*.sh resources/completions/cloop.bash
    # Scripts of the module's tests may have unused loop variables, unquoted word lists, and ignored failures in assignments.
    shellcheck -S warning -e SC2034,SC2046,SC2155 tests/vm/*.sh tests/vm/{system,live,packages}/*.sh
    shellcheck -S warning -e SC2034,SC2046,SC2155 -s dash tests/vm/guest/*.sh
    # busybox has `local`. `. state` sets variables; a list of places is words.
    shellcheck -s sh resources/man/make_pages.sh
    shellcheck -s sh -e SC3043,SC1091,SC2154,SC2046,SC2013,SC2034 resources/live/init resources/live/shutdown
}

# The .ts and .po files must have exactly the texts of the sources, all translated.
check_translations() {
    local copy file
    copy=$(mktemp -d)
    cp -r translations/. "$copy"
    update_translations "$copy"
    diff -ru translations "$copy" || { say "./dev translations brings them up to date"; rm -r "$copy"; return 1; }
    rm -r "$copy"
    if grep -n 'type="' translations/*.ts; then say "these are not translated"; return 1; fi
    for file in translations/man/*.po; do
        if LC_ALL=C msgfmt --statistics -o /dev/null "$file" |& grep -E 'fuzzy|untranslated'; then say "these are not translated in $file"; return 1; fi
    done
}

check_format() {
    local files unended is_wrong=0
    mapfile -t files < <(find core app tests -name '*.cpp' -o -name '*.h' | sort)
    # refuse WHAT PATTERN
    refuse() { if LC_ALL=C.UTF-8 grep -nHP "$2" "${files[@]}" | cut -d: -f1,2; then say "$1"; is_wrong=1; fi; }
    refuse "these lines have more than 150 columns" '.{151}'
    refuse "these lines have a tab" '\t'
    refuse "these lines end with blanks" '\s$'
    # grep's exit status for -L differs between versions.
    unended=$(grep -LPz '\n\z' "${files[@]}" || true)
    if [ -n "$unended" ]; then echo "$unended"; say "these files do not end with a newline"; is_wrong=1; fi
    return $is_wrong
}

# clang-tidy for the rooms that parse untrusted bytes. All of core would take five minutes of CPU, the command's templates longer.
check_tidy() {
    deps build fuzz tidy
    configure tidy
    find core/format core/codec core/filesystem -name '*.cpp' -print0 | xargs -0 -n 1 -P "$(nproc)" clang-tidy-19 -p build/tidy --quiet 2>&1 |
        { grep -v ' warnings generated\.$' || true; }
}

# run_checks [CHECK…]: all except tidy need no build.
run_checks() {
    local check
    deps check
    [ $# -gt 0 ] || set -- shell translations format versions
    for check in "$@"; do "check_$check"; done
}
