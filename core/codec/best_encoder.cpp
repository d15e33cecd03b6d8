// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest of several encoders, chosen for each block.

#include "codec/codec_factories.h"

namespace cloop {

namespace {

class BestEncoder final : public Encoder {
public:
    explicit BestEncoder(std::vector<std::unique_ptr<Encoder>> candidates) : candidates_(std::move(candidates)) {}

    std::optional<Encoded> encode(std::span<const std::byte> raw) override {
        std::optional<Encoded> smallest;
        for (const auto &candidate : candidates_) {
            const auto encoded = candidate->encode(raw);
            if (encoded && (!smallest || encoded->bytes.size() < smallest->bytes.size())) smallest = encoded;
        }
        return smallest;
    }

private:
    std::vector<std::unique_ptr<Encoder>> candidates_;
};

} // namespace

std::unique_ptr<Encoder> make_best_encoder(const Encoding &encoding, std::size_t block_size) {
    std::vector<std::unique_ptr<Encoder>> candidates;
    // In table order: of blocks of equal size the first is kept, so the fastest codec to decode comes first in the table.
    for (const EncoderInfo &info : all_encoders())
        if (info.level_in_best && fits(info, encoding.for_all_versions))
            candidates.push_back(info.make({info.id, *info.level_in_best, encoding.for_all_versions}, block_size));
    return std::make_unique<BestEncoder>(std::move(candidates));
}

} // namespace cloop
