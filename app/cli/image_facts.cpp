#include "image_facts.h"

#include "error_text.h"
#include "printable.h"
#include "quantities.h"

#include "base/tolerant_read.h"
#include "codec/codec.h"
#include "filesystem/known_content.h"
#include "job/open_image.h"
#include "source/split_set.h"

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

DamageReport describe_damage(const std::shared_ptr<const ImageReader> &image, const std::vector<LostBlocks> &lost) {
    DamageReport report{.json = Json::object()};
    Json ranges = Json::array();
    const std::uint64_t block_size = image->block_size();
    for (const LostBlocks &run : lost) {
        const std::uint64_t begin = run.first * block_size, end = std::min(run.last * block_size, image->size());
        ranges.push_back({{"first_block", run.first},
                          {"last_block", run.last - 1},
                          {"state", state_name(run.error.code == ErrorCode::block_unreadable ? BlockState::unreadable : BlockState::damaged)},
                          {"error", code_name(run.error.code)},
                          {"content_offset", begin},
                          {"content_size", end - begin},
                          {"file_offset", run.error.offset}});
        Error plain = run.error;
        plain.subject.clear();
        plain.block = plain.offset = Error::nowhere;
        report.text += (run.count() == 1 ? "block " + number_text(run.first) : "blocks " + number_text(run.first) + " to " + number_text(run.last - 1)) +
                       " (content " + number_text(begin) + " to " + number_text(end) + "): " + sentence(plain) + "\n";
    }
    report.json["damaged_ranges"] = std::move(ranges);
    if (lost.empty()) report.json.update(Json{{"files", Json::array()}, {"incomplete_directories", Json::array()}});
    const auto filesystem = lost.empty() ? nullptr : filesystem_of(image);
    if (!filesystem) return report;

    Json files = Json::array();
    std::string lines;
    for (const HitNode &hit : find_hit_nodes(*filesystem, lost, image->block_size())) {
        const Node &node = (*filesystem)[hit.node];
        const char *kind = node.kind == NodeKind::directory ? "directory" : node.kind == NodeKind::structure ? "structure" : "file";
        Json file;
        put_bytes(file, "path", filesystem->path(hit.node));
        file.update(Json{{"kind", kind}, {"blocks", hit.blocks}});
        files.push_back(std::move(file));
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

void warn_of_missing_part(const std::string &name, const ImageReader &image, Session &session) {
    if (image.index().data_end() <= image.file_size() && image.index().known_size() == image.block_count()) return;
    if (const auto part = next_part(name)) session.warn(name + ": the part " + *part + " seems to be missing. Put it beside the others.");
}

void warn_of_other_images(const std::string &name, const ImageReader &image, Session &session) {
    if (outer_name(name) != name) return;
    const auto others = other_images_beside(image);
    if (others.empty()) return;
    std::string names;
    for (const auto &other : others) names += (names.empty() ? "" : ", ") + other;
    session.warn(image.name() + " is taken. There is more on this disc; name it to take it: " + names);
}

int fail_at_block(const std::shared_ptr<const ImageReader> &image, const Error &error, const std::string &advice, Session &session) {
    if (error.block == Error::nowhere || error.code == ErrorCode::verify_failed) return session.fail(error);
    std::string text = size_text(image->block_size()) + " are lost";
    if (const auto filesystem = filesystem_of(image)) {
        const auto hits = find_hit_nodes(*filesystem, {{error.block, error.block + 1, error}}, image->block_size());
        for (std::size_t i = 0; i < hits.size() && i < 4; ++i) text += (i == 0 ? "; files: " : ", ") + filesystem->path(hits[i].node);
        if (hits.size() > 4) text += " and " + number_text(hits.size() - 4) + " more";
    }
    return session.fail(error, text + ". " + advice);
}

std::function<void(std::uint64_t likely, std::uint64_t room)> warn_of_little_room(const std::string &output, Session &session) {
    return [output, &session](std::uint64_t likely, std::uint64_t room) {
        session.warn(output + ": there is probably not enough room on the disc: about " + size_text(likely) + " are needed, " + size_text(room) + " are free");
    };
}

std::shared_ptr<const Filesystem> filesystem_of(const std::shared_ptr<const ImageReader> &image) {
    return Filesystem::open(image).value_or(nullptr);
}

std::string content_text(const std::shared_ptr<const ImageReader> &image) {
    const KnownContent content = known_content(*image);
    std::string text(content.name);
    if (content.kind == KnownContent::Kind::iso9660 || content.kind == KnownContent::Kind::filesystem) text += " file system";
    if (content.kind == KnownContent::Kind::raw_sectors) text = "CD sectors of " + text + " bytes";
    if (!content.label.empty()) text += ", volume " + content.label;
    return text;
}

} // namespace cloop::cli
