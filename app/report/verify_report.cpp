// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify_report.h"

#include "text/value_names.h"

#include <numeric>

namespace cloop {

namespace {

Json to_json(const std::vector<BlockRun> &runs) {
    Json json = Json::array();
    for (const BlockRun &run : runs) json.push_back({{"first_block", run.first}, {"last_block", run.last - 1}});
    return json;
}

} // namespace

void VerifyReport::write(JsonStream &json, const std::stop_token &stop) const {
    Json head;
    put_bytes(head, "image", image);
    head["blocks"] = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    for (std::size_t state = 0; state < block_state_count; ++state) head["states"][text_of(static_cast<BlockState>(state)).name] = counts[state];
    if (from_map > 0) head["from_map"] = from_map;
    Json more{{"head_corrections", cloop::to_json(corrections)}};
    if (misplaced) more["misplaced_blocks"] = *misplaced;
    if (uncopied) more["uncopied_ranges"] = to_json(*uncopied);
    if (!content_sha256.empty()) more["content_sha256"] = content_sha256;
    json.open('{');
    json.members(head);
    damage.write(json, stop);
    json.members(more);
    json.close();
}

} // namespace cloop
