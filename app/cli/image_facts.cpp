// SPDX-License-Identifier: GPL-3.0-or-later
#include "image_facts.h"

#include "error_text.h"
#include "printable.h"
#include "quantities.h"

#include "base/tolerant_read.h"
#include "file/image_name.h"
#include "file/split_set.h"
#include "filesystem/known_content.h"
#include "job/open_image.h"
#include "text/error_texts.h"
#include "text/value_names.h"

#include <map>

namespace cloop::cli {

std::string version_text(const Head &head) {
    const std::string version = text_of(head.version);
    if (head.version == Version::v1) return version + (head.index_is_little_endian ? ", little endian" : ", big endian");
    return head.place == HeadPlace::last ? filled_in(head_last, version, {}) : version;
}

namespace {

/// Limits per kind: lines of text, and rows in a JSON result whose main content is not a damage list.
constexpr std::size_t most_lines = 20;
constexpr std::size_t most_rows = 1000;
constexpr std::size_t most_blocks_of_a_file = 64;

/// The damage of an image.
class Damage {
public:
    Damage(std::shared_ptr<const ImageReader> image, const std::vector<LostBlocks> &lost, const std::stop_token &stop)
        : image_(std::move(image)), lost_(lost) {
        if (lost.empty()) return;
        filesystem_ = filesystem_of(image_, stop);
        if (!filesystem_) return;
        hits_ = find_hit_nodes(*filesystem_, lost, image_->block_size(), stop).value_or(std::vector<HitNode>{});
        for (NodeId id = 0; id < filesystem_->nodes().size(); ++id)
            if ((*filesystem_)[id].kind == NodeKind::directory && (*filesystem_)[id].is_incomplete) incomplete_.push_back(id);
    }

    bool knows_files() const { return filesystem_ || lost_.empty(); }
    std::size_t range_count() const { return lost_.size(); }
    std::size_t file_count() const { return hits_.size(); }
    std::size_t incomplete_count() const { return incomplete_.size(); }

    Json range_row(std::size_t i) const {
        const LostBlocks &run = lost_[i];
        return {{"first_block", run.first},
                {"last_block", run.last - 1},
                {"state", text_of(state_of(run.error)).name},
                {"error", text_of(run.error.code).name},
                {"content_offset", image_->bytes_of(run).offset},
                {"content_size", image_->bytes_of(run).size},
                {"file_offset", run.error.offset}};
    }

    std::string range_line(std::size_t i) const {
        const LostBlocks &run = lost_[i];
        Error plain = run.error;
        plain.subject.clear();
        plain.block = plain.offset = Error::nowhere;
        return (run.count() == 1 ? "block " + number_text(run.first) : "blocks " + number_text(run.first) + " to " + number_text(run.last - 1)) +
               " (content " + number_text(image_->bytes_of(run).offset) + " to " + number_text(image_->bytes_of(run).end()) +
               "): " + sentence(plain) + "\n";
    }

    Json file_row(std::size_t i) const {
        const Node &node = (*filesystem_)[hits_[i].node];
        Json row;
        put_bytes(row, "path", filesystem_->path(hits_[i].node));
        row["kind"] = name_of(node.kind);
        row["blocks"] = bad_blocks_of(node, lost_, image_->block_size(), most_blocks_of_a_file);
        row["block_count"] = hits_[i].block_count;
        return row;
    }

    std::string file_line(std::size_t i) const {
        const Node &node = (*filesystem_)[hits_[i].node];
        std::string line = "  " + printable(filesystem_->path(hits_[i].node));
        if (node.kind == NodeKind::directory) line += "  (a folder: its contents are known only in part)";
        line += hits_[i].block_count == 1 ? "  block" : "  blocks";
        const auto blocks = bad_blocks_of(node, lost_, image_->block_size(), 8);
        for (std::size_t b = 0; b < blocks.size(); ++b) line += (b ? ", " : " ") + number_text(blocks[b]);
        if (hits_[i].block_count > blocks.size()) line += " and " + number_text(hits_[i].block_count - blocks.size()) + " more";
        return line + "\n";
    }

    std::string incomplete_path(std::size_t i) const { return filesystem_->path(incomplete_[i]); }

private:
    std::shared_ptr<const ImageReader> image_;
    const std::vector<LostBlocks> &lost_;
    std::shared_ptr<const Filesystem> filesystem_;
    std::vector<HitNode> hits_;
    std::vector<NodeId> incomplete_;
};

/// The first of `count` lines, and the number of further ones.
template <class Line> std::string first_lines(std::size_t count, Line line) {
    std::string text;
    for (std::size_t i = 0; i < std::min(count, most_lines); ++i) text += line(i);
    if (count > most_lines) text += "and " + number_text(count - most_lines) + " more; cloop verify --json lists all\n";
    return text;
}

} // namespace

DamageReport describe_damage(const std::shared_ptr<const ImageReader> &image, const std::vector<LostBlocks> &lost, const std::stop_token &stop) {
    const auto damage = std::make_shared<const Damage>(image, lost, stop);
    DamageReport report{.json = Json::object()};
    report.text = first_lines(damage->range_count(), [&](std::size_t i) { return damage->range_line(i); });
    if (damage->file_count() > 0)
        report.text += "files in these blocks:\n" + first_lines(damage->file_count(), [&](std::size_t i) { return damage->file_line(i); });
    report.text += first_lines(damage->incomplete_count(), [&](std::size_t i) {
        return printable(damage->incomplete_path(i)) + ": the contents of this folder are known only in part\n";
    });

    const auto add_first = [&](const char *key, const char *more, std::size_t count, const auto &row) {
        Json &rows = report.json[key] = Json::array();
        for (std::size_t i = 0; i < std::min(count, most_rows); ++i) rows.push_back(row(i));
        if (count > most_rows) report.json[more] = count - most_rows;
    };
    const auto range_row = [damage](std::size_t i) { return damage->range_row(i); };
    const auto file_row = [damage](std::size_t i) { return damage->file_row(i); };
    const auto incomplete_row = [damage](std::size_t i) { return Json(damage->incomplete_path(i)); };
    add_first("damaged_ranges", "more_damaged_ranges", damage->range_count(), range_row);
    if (damage->knows_files()) {
        add_first("files", "more_files", damage->file_count(), file_row);
        add_first("incomplete_directories", "more_incomplete_directories", damage->incomplete_count(), incomplete_row);
    }
    report.write_all = [damage, range_row, file_row, incomplete_row](JsonStream &out, const std::stop_token &until) {
        const auto write = [&](const char *key, std::size_t count, const auto &row) {
            out.open('[', key);
            for (std::size_t i = 0; i < count && !until.stop_requested(); ++i) out.value(row(i));
            out.close();
        };
        write("damaged_ranges", damage->range_count(), range_row);
        if (!damage->knows_files()) return;
        write("files", damage->file_count(), file_row);
        write("incomplete_directories", damage->incomplete_count(), incomplete_row);
    };
    return report;
}

void warn_of_missing_part(const std::string &name, const ImageReader &image, Session &session) {
    if (image.index().data_end() <= image.file_size() && image.index().known_size() == image.block_count()) return;
    if (const auto part = short_part(name)) session.warn(name + ": the part " + *part + " is shorter than the others. Fetch it again.");
    else if (const auto next = next_part(name)) session.warn(name + ": the part " + *next + " seems to be missing. Put it beside the others.");
}

void warn_of_other_images(const std::string &name, const ImageReader &image, Session &session) {
    if (ImageName::of(name).is_inside()) return;
    const auto others = other_images_beside(image);
    if (others.empty()) return;
    std::string names;
    for (const auto &other : others) names += (names.empty() ? "" : ", ") + other;
    session.warn(name + ": the disc holds several images, and " + image.name() + " is taken. Name one of these to take it instead: " + names + ".");
}

int fail_at_block(const std::shared_ptr<const ImageReader> &image, const Error &error, const std::string &advice, Session &session) {
    if (error.block == Error::nowhere || error.code == ErrorCode::verify_failed) return session.fail(error);
    std::string text = size_text(image->block_size()) + " are lost";
    if (const auto filesystem = filesystem_of(image, session.stop)) {
        const auto hits = find_hit_nodes(*filesystem, {{{error.block, error.block + 1}, error}}, image->block_size(), session.stop)
                              .value_or(std::vector<HitNode>{});
        for (std::size_t i = 0; i < hits.size() && i < 4; ++i) text += (i == 0 ? "; files: " : ", ") + filesystem->path(hits[i].node);
        if (hits.size() > 4) text += " and " + number_text(hits.size() - 4) + " more";
    }
    return session.fail(error, text + ". " + advice);
}

std::function<void(std::uint64_t likely, std::uint64_t room)> warn_of_little_room(const std::string &output, Session &session) {
    return [output, &session](std::uint64_t likely, std::uint64_t room) {
        session.warn(output + ": there is probably not enough room on the disc (about " + size_text(likely) + " needed, " + size_text(room) +
                     " free).");
    };
}

std::shared_ptr<const Filesystem> filesystem_of(const std::shared_ptr<const ImageReader> &image, const std::stop_token &stop) {
    return Filesystem::open(image, stop).value_or(nullptr);
}

std::string content_text(const std::shared_ptr<const ImageReader> &image) {
    const KnownContent content = known_content(*image);
    std::string text(content.name);
    if (content.kind == KnownContent::Kind::browsed || content.kind == KnownContent::Kind::filesystem) text += " file system";
    if (content.kind == KnownContent::Kind::raw_sectors) text = "CD sectors of " + text + " bytes";
    if (!content.label.empty()) text += ", volume " + content.label;
    return text;
}

} // namespace cloop::cli
