// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an archive: a resulting ISO has the announced length and an undamaged tree.

#include "fuzz_input.h"

#include "filesystem/filesystem.h"
#include "source/archive_stream.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto stream = cloop::open_archive(std::make_shared<cloop::test::FuzzInput>(data, size),
                                            {.label = "FUZZ", .keep_going = true, .on_trouble = {}, .on_note = {}}, {}, {});
    constexpr std::uint64_t most = 16u << 20;
    if (!stream || (*stream)->size().value_or(0) > most) return 0;
    std::vector<std::uint8_t> iso(static_cast<std::size_t>((*stream)->size().value()));
    const auto got = (*stream)->read(std::as_writable_bytes(std::span(iso)));
    // The second pass found damage.
    if (!got) return 0;
    if (*got != iso.size()) std::abort();
    const auto filesystem = cloop::Filesystem::open(std::make_shared<cloop::test::FuzzInput>(iso.data(), iso.size()));
    if (!filesystem) std::abort();
    for (const cloop::Node &node : (*filesystem)->nodes())
        if (node.is_incomplete) std::abort();
    return 0;
}
