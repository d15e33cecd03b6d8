// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/map_rows.h"

#include "text/value_names.h"

namespace cloop {

Json MapRow::json() const {
    Json json{{"block", blocks.first}};
    if (blocks.count() > 1) json["last_block"] = blocks.last - 1;
    json.update(Json{{"raw", raw_size}, {"state", state}});
    if (place) json.update(Json{{"offset", place->offset}, {"stored", place->size}, {"codec", codec_name(place->codec)}});
    return json;
}

std::string MapRow::csv() const {
    std::string line = std::to_string(blocks.first);
    if (blocks.count() > 1) line += "-" + std::to_string(blocks.last - 1);
    line += "," + (place ? std::to_string(place->offset) + "," + std::to_string(place->size) : ",");
    line += "," + std::to_string(raw_size) + "," + (place ? codec_name(place->codec) : "") + ",";
    return line.append(state) + "\n";
}

MapRow map_row(const BlockReader &image, std::span<const BlockState> states, std::size_t block) {
    const BlockIndex &index = image.index();
    const std::size_t next = block < index.known_size() ? block + 1 : index.size();
    const bool has_place = next == block + 1 && index.defect(block) == Defect::none;
    return {.blocks = {block, next},
            .place = has_place ? std::optional(index[block]) : std::nullopt,
            .raw_size = image.block_size(),
            .state = text_of(states[block]).name};
}

} // namespace cloop
