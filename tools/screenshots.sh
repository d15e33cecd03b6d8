# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of all pages of the window.

# take_screenshots [DIR]
take_screenshots() {
    local folder=${1:-build/screenshots} scale=1
    deps build test desktop
    configure release -DCLOOPSMITH_TESTS=ON -DCLOOPSMITH_DESKTOP=ON
    cmake --build build/release --target screenshots >&2
    shoot() { QT_SCALE_FACTOR=$scale xvfb-run -a -s "-screen 0 2560x1600x24" build/release/tests/screenshots "$folder" "$@"; }
    shoot --prefix light-
    shoot --prefix dark- --dark
    shoot --prefix contrast- --contrast
    shoot --prefix long- --long
    shoot --prefix es- --language es
    shoot --prefix de- --language de
    shoot --prefix rtl- --rtl
    shoot --prefix small- --size 1024x600
    scale=2 shoot --prefix double-
    say "the pictures lie in $folder"
}
