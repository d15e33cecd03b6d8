// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken of a message lies in it and is within the limits; what is taken of an address comes back.

#include "cluster/cluster_messages.h"
#include "cluster/cluster_url.h"

#include <cstdlib>

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::span bytes(reinterpret_cast<const std::byte *>(data), size);
    if (const auto notice = cloop::parse_notice(bytes)) demand(notice->notice.job.block_size <= cloop::largest_cluster_block);
    if (const auto presence = cloop::parse_presence(bytes)) demand(presence->name.size() <= 64);
    if (const auto request = cloop::parse_request(bytes)) {
        std::size_t sum = 0;
        for (const auto block : request->blocks) sum += block.size();
        demand(sum < size && sum == request->blocks.size() * request->job.block_size && cloop::check(request->job.encoding));
    }
    if (const auto answer = cloop::parse_answer(bytes)) {
        std::size_t sum = 0;
        for (const auto &block : answer->blocks) sum += block.bytes.size();
        demand(sum < size && answer->blocks.size() <= cloop::most_blocks_in_request);
    }
    (void)cloop::parse_receipt(bytes);
    if (const auto url = cloop::ClusterUrl::parse({reinterpret_cast<const char *>(data), size})) {
        const auto again = cloop::ClusterUrl::parse(url->text());
        demand(again && again->text() == url->text() && again->host == url->host);
    }
    return 0;
}
