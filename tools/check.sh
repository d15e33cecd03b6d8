# SPDX-License-Identifier: GPL-3.0-or-later
# Checks of the text. Each prints what is wrong and fails where there is something.

check_shell() {
    shellcheck -x -a dev .ci/run
    # In the scripts of the module's tests a loop may count without looking, a list of words may be split, and a failing command may go by.
    shellcheck -S warning -e SC2034,SC2046,SC2155 tests/vm/*.sh
    shellcheck -S warning -e SC2034,SC2046,SC2155 -s dash tests/vm/guest/*.sh
}

# That every text of the window stands in the .ts files, no other does, and each is translated.
check_translations() {
    local copy
    copy=$(mktemp -d)
    cp translations/*.ts "$copy"
    update_translations "$copy"
    diff -ru translations "$copy" || { say "./dev translations brings them up to date"; rm -r "$copy"; return 1; }
    rm -r "$copy"
    if grep -n 'type="' translations/*.ts; then say "these are not translated"; return 1; fi
}

check_format() {
    local files unended is_wrong=0
    mapfile -t files < <(find core app tests -name '*.cpp' -o -name '*.h' | sort)
    # refuse WHAT PATTERN
    refuse() { if LC_ALL=C.UTF-8 grep -nHP "$2" "${files[@]}" | cut -d: -f1,2; then say "$1"; is_wrong=1; fi; }
    refuse "these lines have more than 150 columns" '.{151}'
    refuse "these lines have a tab" '\t'
    refuse "these lines end with blanks" '\s$'
    # grep's status tells another thing in each version.
    unended=$(grep -LPz '\n\z' "${files[@]}" || true)
    if [ -n "$unended" ]; then echo "$unended"; say "these files do not end with a newline"; is_wrong=1; fi
    return $is_wrong
}

# The rooms that read foreign bytes, by clang-tidy. All of core would take five minutes of a processor, the command's templates longer.
check_tidy() {
    deps build fuzz tidy
    [ -f build/fuzz/build.ninja ] || configure fuzz
    cmake --build build/fuzz --target cloop_core >&2
    find core/format core/codec core/filesystem -name '*.cpp' -print0 | xargs -0 -n 1 -P "$(nproc)" clang-tidy-19 -p build/fuzz --quiet 2>&1 |
        { grep -v ' warnings generated\.$' || true; }
}

# run_checks [CHECK…]: but for tidy, they need no build.
run_checks() {
    local check
    deps check
    [ $# -gt 0 ] || set -- shell translations format
    for check in "$@"; do "check_$check"; done
}
