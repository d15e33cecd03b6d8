# SPDX-License-Identifier: GPL-3.0-or-later
# The version and its witnesses, and what a release must have.

project_version() { sed -n 's/^project(cloopsmith VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt; }

# Version and date of the newest release in CHANGELOG.md, "0.1.0 2026-11-27".
newest_change() { sed -n 's/^## \([0-9][0-9.]*\) (\(.*\))$/\1 \2/p' CHANGELOG.md | head -n 1; }

# The committed sources, the same bytes each time. write_tarball FILE
write_tarball() { git archive --format=tar --prefix="cloopsmith-$(project_version)/" HEAD | xz -T1 >"$1"; }

# CMakeLists.txt has the version and CHANGELOG.md its date. Whatever else tells them must agree.
check_versions() {
    local version date page is_wrong=0
    version=$(project_version)
    # expect FILE WHAT-IT-SAYS WHAT-IT-SHOULD
    expect() { [ "$2" = "$3" ] || { say "$1 says \"$2\" where it should say \"$3\""; is_wrong=1; }; }
    read -r _ date < <(newest_change)
    expect CHANGELOG.md "$(newest_change)" "$version $date"
    expect debian/changelog "$(sed -n '1s/.*(\(.*\)-[^-]*).*/\1/p' debian/changelog) $(date -u +%F -d "$(sed -n 's/^ -- .*>  //p' debian/changelog | head -n 1)")" \
        "$version $date"
    expect resources/desktop/org.cloopsmith.Cloopsmith.metainfo.xml \
        "$(sed -n 's/.*<release version="\(.*\)" date="\(.*\)".*/\1 \2/p' resources/desktop/*.metainfo.xml | head -n 1)" "$version $date"
    expect resources/packaging/PKGBUILD "$(sed -n 's/^pkgver=//p' resources/packaging/PKGBUILD)" "$version"
    expect resources/packaging/cloopsmith.spec "$(sed -n 's/^Version: *//p' resources/packaging/cloopsmith.spec)" "$version"
    expect resources/packaging/cloopsmith.spec "$(sed -n 's/^%global module_version //p' resources/packaging/cloopsmith.spec)" \
        "$(sed -n 's/^PACKAGE_VERSION="\(.*\)"/\1/p' kmod/dkms.conf)"
    # Manual pages tell it without the patch.
    for page in resources/man/*.[17]; do
        expect "$page" "$(sed -n 's/^\.TH .*"Cloopsmith \([0-9.]*\)".*/\1/p' "$page")" "${version%.*}"
    done
    return $is_wrong
}

# Refuses what is not ready, then writes the tarball into build/release-VERSION, with its sum.
make_release() {
    local version folder tag
    install_packages check packages
    version=$(project_version) folder=$PWD/build/release-$(project_version)
    refuse() { say "no release: $*"; exit 1; }
    [ -z "$(git status --porcelain)" ] || refuse "not all is committed"
    run_checks || refuse "./dev check fails"
    if grep -qi '^## unreleased' CHANGELOG.md; then refuse "CHANGELOG.md has changes without a version"; fi
    appstreamcli validate --no-net resources/desktop/*.metainfo.xml >&2 || refuse "the metainfo for AppStream is not valid"
    sed -n "/<release version=\"$version\"/,/<\/release>/p" resources/desktop/*.metainfo.xml | grep -q '<p>\|<li>' ||
        refuse "the metainfo for AppStream has no notes for $version"
    tag=$(git tag --points-at HEAD 'v*')
    [ "${tag:-v$version}" = "v$version" ] || refuse "the tag $tag is not v$version"
    [ -n "$tag" ] || ! git rev-parse -q --verify "v$version" >/dev/null || refuse "v$version is the tag of another commit; raise the version"
    rm -rf "$folder"
    mkdir -p "$folder"
    write_tarball "$folder/cloopsmith-$version.tar.xz"
    write_tarball "$folder/again.tar.xz"
    cmp "$folder"/*.tar.xz || refuse "two tarballs of one commit differ"
    rm "$folder/again.tar.xz"
    (cd "$folder" && sha256sum ./*.tar.xz >SHA256SUMS)
    say "$folder has the tarball. What remains: .ci/run, ./dev test --all, git tag -s v$version, ./dev package"
}
