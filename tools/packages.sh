# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian packages that packages.debian lists.

# Wait for apt's lock, because a fresh Debian may be upgrading itself.
patient=(-o DPkg::Lock::Timeout=300)

say() { printf 'dev: %s\n' "$*" >&2; }
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
is_known() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }
is_optional() { grep -qx "[a-z-]* $1 where-there" packages.debian; }

# Packages of the named groups that are not installed, one per line.
missing_packages() {
    local wanted
    mapfile -t wanted < <(awk -v groups=" $* " '!/^#/ && NF && index(groups, " " $1 " ") { print $2 }' packages.debian | sort -u)
    # shellcheck disable=SC2016 # the variables are dpkg-query's
    comm -23 <(printf '%s\n' "${wanted[@]}") \
        <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^ii *//p' | sort -u)
}

# On other systems: names missing programs and headers.
name_missing() {
    local lacking=() tool libraries=(libdeflate zlib liblzma liblz4 lzo2 libxxhash libcrypto libarchive libsystemd libnats)
    case " $* " in *" desktop "* | *" test "*) libraries+=(Qt6Widgets Qt6Svg) ;; esac
    for tool in g++ cmake ninja pkg-config; do command -v "$tool" >/dev/null || lacking+=("$tool"); done
    if command -v pkg-config >/dev/null; then
        for tool in "${libraries[@]}"; do
            pkg-config --exists "$tool" || lacking+=("$tool")
        done
        pkg-config --atleast-version="$libisofs_needed" libisofs-1 || lacking+=("libisofs-1 $libisofs_needed")
    fi
    [ ${#lacking[@]} -eq 0 ] && return
    say "this is not Debian; install by your system's means: ${lacking[*]} (packages.debian names all)"
    exit 1
}

# install_packages GROUP…
install_packages() {
    if ! command -v apt-get >/dev/null; then
        name_missing "$@"
        return
    fi
    local missing
    missing=$(missing_packages "$@")
    [ -z "$missing" ] && return
    # Ignore optional packages that the lists don't have, instead of asking the mirror each time.
    local package
    if compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
        missing=$(for package in $missing; do if ! is_optional "$package" || is_known "$package"; then echo "$package"; fi; done)
        [ -z "$missing" ] && return
    fi
    say "installing: $(tr '\n' ' ' <<<"$missing")"
    as_root apt-get "${patient[@]}" update -qq
    local installable=()
    for package in $missing; do
        if is_known "$package"; then installable+=("$package")
        elif is_optional "$package"; then say "$package: this system does not have it"
        else say "$package: this system does not have it, and it is needed"; exit 1
        fi
    done
    [ ${#installable[@]} -eq 0 ] && return
    as_root env DEBIAN_FRONTEND=noninteractive apt-get "${patient[@]}" install -y -qq --no-install-recommends "${installable[@]}" >&2
}
