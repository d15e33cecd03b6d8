# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion for cloop in bash. The command knows its options itself: `cloop complete WORD...` prints which names of files fit (none, all, folders, images),
# then lines of a word, a tab and what it is.

_cloop() {
    local piece=${COMP_WORDS[COMP_CWORD]} i line word
    local -a words=() lines=() names=()
    # bash also cuts words at = and :, so what belongs together is joined.
    for ((i = 1; i <= COMP_CWORD; ++i)); do
        if ((${#words[@]})) && [[ ${COMP_WORDS[i]} == [=:] || ${COMP_WORDS[i - 1]} == [=:] ]]; then
            words[-1]+=${COMP_WORDS[i]}
        else
            words+=("${COMP_WORDS[i]}")
        fi
    done
    [[ $piece == [=:] ]] && piece=
    mapfile -t lines < <("${1/#\~\//$HOME/}" complete "${words[@]}" 2>/dev/null)
    word=${words[-1]}
    for line in "${lines[@]:1}"; do
        line=${line%%$'\t'*}
        COMPREPLY+=("${line#"${word%"$piece"}"}")
    done
    if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == /* ]]; then compopt -o filenames; fi
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then compopt -o nospace; fi
    case ${lines[0]} in
    all) compopt -o bashdefault -o default ;;
    folders) compopt -o dirnames ;;
    images)
        mapfile -t names < <(compgen -f -- "$piece")
        for word in "${names[@]}"; do
            case $word in *.cloop | *.cloop.* | *.[0-9][0-9][0-9] | *.iso) COMPREPLY+=("$word") ;; esac
            [[ -d $word ]] && COMPREPLY+=("$word")
        done
        # An image may have any name.
        if ((${#COMPREPLY[@]})); then compopt -o filenames; else compopt -o bashdefault -o default; fi
        ;;
    esac
}
complete -F _cloop cloop
