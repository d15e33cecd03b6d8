// SPDX-License-Identifier: GPL-3.0-or-later
// Packs the part of a live disc's initrd that is the same for every disc. Runs when Cloopsmith is built:
// pack_initrd PATH=FILE... >ARCHIVE

#include "base/read_all.h"
#include "file/file_io.h"
#include "file/file_source.h"
#include "live/initrd.h"
#include "text/error_sentence.h"

#include <unistd.h>

#include <cstdio>

namespace {

using namespace cloop;

Status pack(std::span<char *const> arguments) {
    InitrdTree tree;
    for (const std::string_view argument : arguments) {
        const auto equals = argument.find('=');
        CLOOP_LET(file, FileSource::open(std::string(argument.substr(equals + 1))));
        CLOOP_LET(bytes, read_all(*file));
        tree.add_file(std::string(argument.substr(0, equals)), 0755, bytes);
    }
    // The kernel opens it for the first process.
    tree.add_device("dev/console", 0600, 5, 1);
    CLOOP_LET(packed, std::move(tree).pack(9));
    return write_fully(STDOUT_FILENO, packed, "standard output");
}

} // namespace

int main(int argc, char **argv) {
    const auto packed = pack(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
    if (packed) return 0;
    std::fprintf(stderr, "pack_initrd: %s\n", sentence(packed.error()).c_str());
    return 1;
}
