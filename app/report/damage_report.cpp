// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/damage_report.h"

#include "scan/block_scan.h"
#include "text/error_texts.h"
#include "text/value_names.h"

namespace cloop {

namespace {

constexpr std::size_t most_rows = 1000;
constexpr std::size_t most_blocks_of_a_file = 64;

} // namespace

/// One list of the report.
struct DamageReport::Rows {
    const char *key;
    std::size_t count;
    std::function<Json(std::size_t)> row;
};

DamageReport::DamageReport(std::shared_ptr<const BlockReader> image, std::vector<LostBlocks> lost, std::shared_ptr<const Filesystem> filesystem,
                           const std::stop_token &stop)
    : image_(std::move(image)), lost_(std::move(lost)), filesystem_(std::move(filesystem)) {
    if (lost_.empty() || !filesystem_) return;
    hits_ = find_hit_nodes(*filesystem_, lost_, image_->block_size(), stop).value_or(std::vector<HitNode>{});
    for (NodeId id = 0; id < filesystem_->nodes().size(); ++id)
        if ((*filesystem_)[id].kind == NodeKind::directory && (*filesystem_)[id].is_incomplete) incomplete_.push_back(id);
}

Json DamageReport::range_row(std::size_t i) const {
    const LostBlocks &run = lost_[i];
    const Extent bytes = image_->bytes_of(run);
    Json row{{"first_block", run.first},
             {"last_block", run.last - 1},
             {"state", text_of(state_of(run.error)).name},
             {"error", text_of(run.error.code).name},
             {"content_offset", bytes.offset},
             {"content_size", bytes.size}};
    if (run.error.offset != Error::nowhere) row["file_offset"] = run.error.offset;
    return row;
}

Json DamageReport::file_row(std::size_t i) const {
    const Node &node = (*filesystem_)[hits_[i].node];
    Json row;
    put_bytes(row, "path", filesystem_->path(hits_[i].node));
    row["kind"] = name_of(node.kind);
    row["blocks"] = bad_blocks_of(node, lost_, image_->block_size(), most_blocks_of_a_file);
    row["block_count"] = hits_[i].block_count;
    return row;
}

std::vector<DamageReport::Rows> DamageReport::lists() const {
    std::vector<Rows> lists{{"damaged_ranges", lost_.size(), [this](std::size_t i) { return range_row(i); }}};
    if (!knows_files()) return lists;
    lists.push_back({"files", hits_.size(), [this](std::size_t i) { return file_row(i); }});
    lists.push_back({"incomplete_directories", incomplete_.size(), [this](std::size_t i) { return Json(filesystem_->path(incomplete_[i])); }});
    return lists;
}

void DamageReport::write(JsonStream &json, const std::stop_token &stop) const {
    for (const Rows &list : lists()) {
        json.open('[', list.key);
        for (std::size_t i = 0; i < list.count && !stop.stop_requested(); ++i) json.value(list.row(i));
        json.close();
    }
}

Json DamageReport::first_rows() const {
    Json json = Json::object();
    for (const Rows &list : lists()) {
        Json &rows = json[list.key] = Json::array();
        for (std::size_t i = 0; i < std::min(list.count, most_rows); ++i) rows.push_back(list.row(i));
        if (list.count > most_rows) json[std::string("more_") + list.key] = list.count - most_rows;
    }
    return json;
}

} // namespace cloop
