# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for cloop in fish. The command knows its options itself: `cloop complete WORD...` prints which names of files fit (none, all, folders, images),
# then lines of a word, a tab and what it is.

function __cloop_complete
    set -l words (commandline -opc)
    set -l written (commandline -ct)
    set -l lines ($words[1] complete $words[2..-1] "$written" 2>/dev/null)
    printf '%s\n' $lines[2..-1]
    # The value of --option=value.
    set -l option (string match -r '^--[^=]*=' -- "$written")
    set -l value (string replace -r '^--[^=]*=' '' -- "$written")
    set -l names
    switch "$lines[1]"
        case all
            set names (__fish_complete_path "$value")
        case folders
            set names (__fish_complete_directories "$value")
        case images
            set -l all (__fish_complete_path "$value")
            set names (string match -r '.*(?:/|\.cloop(?:\..*)?|\.[0-9]{3}|\.iso)(?:\t.*)?$' -- $all)
            # An image may have any name.
            test -n "$names"; or set names $all
    end
    printf '%s\n' "$option"$names
end

complete -c cloop -f -a '(__cloop_complete)'
