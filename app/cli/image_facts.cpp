#include "image_facts.h"

#include "error_text.h"
#include "quantities.h"

#include "base/byte_order.h"
#include "codec/codec.h"

#include <cstring>
#include <map>

namespace cloop::cli {

std::string version_text(const Head &head) {
    switch (head.version) {
    case Version::v0: return "0 (0.68 and older)";
    case Version::v1: return head.index_is_little_endian ? "1.0, little endian" : "1.0, big endian";
    case Version::v2: return head.place == HeadPlace::last ? "2.0, head last" : "2.0";
    case Version::v4: return head.place == HeadPlace::last ? "4.0, head last" : "4.0";
    }
    return {};
}

std::string_view state_name(BlockState state) {
    switch (state) {
    case BlockState::untested: return "untested";
    case BlockState::sound: return "sound";
    case BlockState::damaged: return "damaged";
    case BlockState::unreadable: return "unreadable";
    case BlockState::unverifiable: return "unverifiable";
    }
    return {};
}

std::string codec_name(std::uint8_t number) {
    const Codec *codec = find_codec(CodecId{number});
    return codec ? std::string(codec->name) : "codec " + std::to_string(number);
}

DamageReport describe_damage(const ImageReader &image, const ScanResult &scan, const Filesystem *filesystem) {
    DamageReport report{.json = Json::object()};
    Json ranges = Json::array();
    std::vector<std::size_t> bad_blocks;
    for (const Error &error : scan.bad) bad_blocks.push_back(error.block);
    const std::uint64_t block_size = image.block_size();

    for (std::size_t first = 0; first < scan.bad.size();) {
        std::size_t last = first + 1;
        while (last < scan.bad.size() && scan.bad[last].block == scan.bad[last - 1].block + 1 && scan.bad[last].code == scan.bad[first].code) ++last;
        const std::uint64_t from = scan.bad[first].block, to = scan.bad[last - 1].block;
        const std::uint64_t begin = from * block_size, end = std::min((to + 1) * block_size, image.head().padded_size());
        ranges.push_back({{"first_block", from},
                          {"last_block", to},
                          {"state", state_name(scan.states[from])},
                          {"error", code_name(scan.bad[first].code)},
                          {"content_offset", begin},
                          {"content_size", end - begin},
                          {"file_offset", scan.bad[first].offset}});
        Error plain = scan.bad[first];
        plain.subject.clear();
        plain.block = plain.offset = Error::nowhere;
        report.text += (from == to ? "block " + number_text(from) : "blocks " + number_text(from) + " to " + number_text(to)) + " (content " +
                       number_text(begin) + " to " + number_text(end) + "): " + sentence(plain) + "\n";
        first = last;
    }
    report.json["damaged_ranges"] = std::move(ranges);
    if (!filesystem) return report;

    Json files = Json::array();
    std::string lines;
    for (const HitNode &hit : find_hit_nodes(*filesystem, bad_blocks, image.block_size())) {
        const Node &node = (*filesystem)[hit.node];
        const char *kind = node.kind == NodeKind::directory ? "directory" : node.kind == NodeKind::structure ? "structure" : "file";
        files.push_back({{"path", filesystem->path(hit.node)}, {"kind", kind}, {"blocks", hit.blocks}});
        lines += "  " + printable(filesystem->path(hit.node));
        if (node.kind == NodeKind::directory) lines += "  (a folder: its contents are known in part only)";
        lines += "  block";
        lines += hit.blocks.size() == 1 ? "" : "s";
        for (std::size_t i = 0; i < hit.blocks.size() && i < 8; ++i) lines += (i ? ", " : " ") + number_text(hit.blocks[i]);
        if (hit.blocks.size() > 8) lines += " and " + number_text(hit.blocks.size() - 8) + " more";
        lines += "\n";
    }
    Json unknown = Json::array();
    for (NodeId id = 0; id < filesystem->nodes().size(); ++id)
        if ((*filesystem)[id].kind == NodeKind::directory && (*filesystem)[id].is_incomplete) unknown.push_back(filesystem->path(id));
    if (!files.empty()) report.text += "hit:\n" + lines;
    for (const auto &path : unknown) report.text += "contents of " + printable(path.get<std::string>()) + " unknown, in whole or in part\n";
    report.json["files"] = std::move(files);
    report.json["incomplete_directories"] = std::move(unknown);
    return report;
}

std::shared_ptr<const Filesystem> filesystem_of(const std::shared_ptr<const ImageReader> &image) {
    return Filesystem::open(image).value_or(nullptr);
}

std::string content_text(const std::shared_ptr<const ImageReader> &image) {
    std::vector<std::byte> start(std::min<std::uint64_t>(image->size(), 36864));
    for (std::size_t at = 0; at < start.size();) {
        const std::size_t part = std::min<std::size_t>(start.size() - at, 2048);
        if (!image->read_at(at, std::span(start).subspan(at, part))) std::memset(start.data() + at, 0, part);
        at += part;
    }
    const auto has = [&](std::size_t at, std::string_view magic) {
        return at + magic.size() <= start.size() && std::memcmp(start.data() + at, magic.data(), magic.size()) == 0;
    };
    if (has(32769, "CD001")) {
        const char *label = reinterpret_cast<const char *>(start.data()) + 32808;
        std::string name(label, 32);
        while (!name.empty() && (name.back() == ' ' || name.back() == '\0')) name.pop_back();
        return "ISO 9660 file system" + (name.empty() ? "" : ", volume " + name);
    }
    if (has(0, "hsqs")) return "squashfs file system";
    if (has(1080, "\x53\xEF")) return "ext2, ext3 or ext4 file system";
    if (has(0, "XFSB")) return "XFS file system";
    if (has(1024, "\xE2\xE1\xF5\xE0")) return "EROFS file system";
    if (has(510, "\x55\xAA") && has(82, "FAT32")) return "FAT32 file system";
    if (has(510, "\x55\xAA")) return "disc with partitions, or a boot sector";
    return {};
}

} // namespace cloop::cli
