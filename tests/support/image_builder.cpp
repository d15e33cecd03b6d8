// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/image_builder.h"

#include "base/byte_order.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace cloop::test {

Bytes make_content(std::size_t size, unsigned seed) {
    static const char *const words[] = {"cloop ", "block ", "index ", "head ", "disc ", "scratch ", "live ", "image "};
    std::minstd_rand random(seed);
    Bytes content;
    content.reserve(size + 4096);
    while (content.size() < size) {
        const unsigned kind = random() % 8;
        const std::size_t run = 512 + random() % 3000;
        for (std::size_t i = 0; i < run; ++i) {
            if (kind == 0) {
                content.push_back(std::byte{0});
            } else if (kind == 1) {
                content.push_back(static_cast<std::byte>(random() >> 8));
            } else {
                for (const char *c = words[random() % 8]; *c; ++c) content.push_back(static_cast<std::byte>(*c));
            }
        }
    }
    content.resize(size);
    return content;
}

Result<std::size_t> MemorySource::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset >= bytes_.size()) return 0;
    const auto count = std::min(out.size(), bytes_.size() - static_cast<std::size_t>(offset));
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), count, out.begin());
    return count;
}

Result<std::size_t> MemoryStream::read(std::span<std::byte> out) {
    const auto count = std::min(out.size(), bytes_.size() - done_);
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(done_), count, out.begin());
    done_ += count;
    return count;
}

Bytes read_stream(ByteStream &stream) {
    Bytes bytes(static_cast<std::size_t>(stream.size().value()));
    for (std::size_t done = 0; done < bytes.size();) {
        const auto got = stream.read(std::span(bytes).subspan(done, std::min<std::size_t>(bytes.size() - done, 5000)));
        if (!got || *got == 0) return {};
        done += *got;
    }
    return bytes;
}

Bytes encode_block(CodecId codec, std::span<const std::byte> raw) {
    // Two encoders write the codec zlib. Old images were written by zlib itself, so libdeflate is not taken here.
    const auto writes_it = [&](const EncoderInfo &info) { return info.codec == codec && info.id != EncoderId::deflate; };
    const auto info = std::ranges::find_if(all_encoders(), writes_it);
    if (info == all_encoders().end()) return {};
    BlockEncoder encoder({info->id, info->default_level, false}, raw.size());
    const Encoded encoded = encoder.encode(raw);
    return {encoded.bytes.begin(), encoded.bytes.end()};
}

Bytes build_image(const Bytes &content, const ImageSpec &spec) {
    Bytes padded = content;
    const std::size_t count = (content.size() + spec.block_size - 1) / spec.block_size;
    padded.resize(count * spec.block_size);

    static const char *const lines[] = {"#!/bin/sh\n# cloop 0.68\n", "#!/bin/sh\n#V1.0 Format\n", "#!/bin/sh\n#V2.0 Format\n",
                                        "#!/bin/sh\n#V4.0 Format\n"};
    const std::string script = std::string(lines[static_cast<int>(spec.version)]) +
                               "insmod cloop.o file=$0 && mount -r -t iso9660 /dev/cloop $1\nexit $?\n" + spec.preamble_tail;
    Bytes head(136);
    std::memcpy(head.data(), script.data(), std::min<std::size_t>(script.size(), 128));
    store_be<std::uint32_t>(head.data() + 128, spec.block_size);
    store_be<std::uint32_t>(head.data() + 132, static_cast<std::uint32_t>(count));

    const std::size_t entry = spec.version == Version::v0 ? 4 : 8;
    const bool is_first = spec.place == HeadPlace::first;
    std::uint64_t offset = is_first ? 136 + entry * (count + 1) + spec.gap : 1 + spec.gap;
    Bytes data(is_first ? spec.gap : 1 + spec.gap, std::byte{'x'});
    Bytes index(entry * (count + 1));
    for (std::size_t block = 0; block <= count; ++block) {
        std::uint64_t value = offset;
        if (block < count) {
            const std::span raw(padded.data() + block * spec.block_size, spec.block_size);
            CodecId codec = spec.version == Version::v4 && spec.codec ? spec.codec(block) : CodecId::zlib;
            Bytes stored = encode_block(codec, raw);
            // The encoder stores incompressible blocks as zlib, so the index must say zlib too.
            if (codec != CodecId::zlib && codec != CodecId::none && stored.size() >= raw.size()) codec = CodecId::zlib;
            if (spec.version == Version::v4) value |= static_cast<std::uint64_t>(codec) << 60;
            offset += stored.size();
            data.insert(data.end(), stored.begin(), stored.end());
        }
        std::byte *at = index.data() + entry * block;
        if (entry == 4) store_be<std::uint32_t>(at, static_cast<std::uint32_t>(value));
        else if (spec.is_little_endian) store_le<std::uint64_t>(at, value);
        else store_be<std::uint64_t>(at, value);
    }
    Bytes image;
    const auto add = [&](const Bytes &part) { image.insert(image.end(), part.begin(), part.end()); };
    if (is_first) {
        add(head);
        add(index);
        add(data);
    } else {
        add(data);
        add(index);
        add(head);
    }
    return image;
}

} // namespace cloop::test
