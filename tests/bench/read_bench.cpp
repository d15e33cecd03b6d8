// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the content of an image for bench.py: sequentially, or 4 KiB at a time with a stride.

#include "file/file_source.h"
#include "image/image_reader.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

// read_bench sequential IMAGE THREADS | read_bench strided IMAGE COUNT STEP
int main(int argc, char **argv) {
    if (argc < 4) return 1;
    const bool is_sequential = std::string_view(argv[1]) == "sequential";
    const unsigned threads = is_sequential ? static_cast<unsigned>(std::atoi(argv[3])) : 1;
    auto file = cloop::FileSource::open(argv[2]);
    if (!file) return 1;
    auto image = cloop::ImageReader::open(*file, {.threads = threads});
    if (!image) return 2;
    if (is_sequential) {
        std::vector<std::byte> out(256 * 1024);
        for (std::uint64_t at = 0; at < (*image)->size(); at += out.size())
            if (!(*image)->read_at(at, out)) return 2;
        return 0;
    }
    std::vector<std::byte> out(4096);
    const long count = std::atol(argv[3]);
    const std::uint64_t step = std::strtoull(argv[4], nullptr, 10);
    std::uint64_t at = 0;
    for (long i = 0; i < count; ++i) {
        if (!(*image)->read_at(at, out)) return 2;
        at = (at + step) % ((*image)->size() - out.size());
    }
    return 0;
}
