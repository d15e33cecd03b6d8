// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archive_sample.h"

#include "source/archive_tree.h"

#include <algorithm>
#include <vector>

namespace cloop {

namespace {

constexpr std::size_t piece = 65536;
constexpr std::size_t most_pieces = 512;
constexpr std::uint64_t sector = 2048;

class ArchiveSample final : public ByteSource {
public:
    ArchiveSample(std::string name, std::uint64_t size, std::vector<std::vector<std::byte>> pieces)
        : name_(std::move(name)), size_(size), pieces_(std::move(pieces)) {}

    std::uint64_t size() const override { return size_; }
    const std::string &name() const override { return name_; }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - std::min(offset, size_))));
        for (std::size_t done = 0; done < out.size();) {
            const auto &from = pieces_[static_cast<std::size_t>((offset + done) / piece % pieces_.size())];
            const auto within = static_cast<std::size_t>((offset + done) % piece);
            const std::size_t now = std::min(out.size() - done, piece - within);
            std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(within), now, out.begin() + static_cast<std::ptrdiff_t>(done));
            done += now;
        }
        return out.size();
    }

private:
    std::string name_;
    std::uint64_t size_;
    std::vector<std::vector<std::byte>> pieces_;  ///< of `piece` bytes each
};

} // namespace

Result<ArchiveSampled> sample_archive(SourcePtr archive, SourceFilter filter, std::chrono::milliseconds limit, const std::stop_token &stop) {
    CLOOP_LET(pass, ArchivePass::open(archive, stop));

    std::vector<std::vector<std::byte>> pieces;
    std::vector<std::byte> current(piece);
    std::size_t filled = 0, seen = 0, stride = 1;
    std::uint64_t size = 0, announced = 0;
    // When too many pieces are kept, drop every second one and from then on keep half as many.
    const auto keep = [&] {
        if (seen++ % stride == 0) pieces.push_back(current);
        filled = 0;
        if (pieces.size() < most_pieces) return;
        for (std::size_t i = 1; 2 * i < pieces.size(); ++i) pieces[i] = std::move(pieces[2 * i]);
        pieces.resize(most_pieces / 2);
        stride *= 2;
    };
    const auto begin = std::chrono::steady_clock::now(), end = begin + limit;
    bool is_whole = false;
    while (std::chrono::steady_clock::now() < end) {
        CLOOP_LET(entry, pass->next());
        if (!entry) {
            is_whole = true;
            break;
        }
        announced += entry->size;
        if (announced > most_content) return fail(ErrorCode::content_too_large, archive->name());
        if (!filter.is_empty() && filter.excludes_or_above(archive_path(entry->path), S_ISDIR(entry->attributes.mode))) continue;
        size += 200;  // its directory records, in both trees
        // Each file begins a sector.
        for (bool has_ended = false; !has_ended && std::chrono::steady_clock::now() < end;) {
            CLOOP_LET(got, pass->read(std::span(current).subspan(filled)));
            has_ended = got < piece - filled;
            const std::size_t taken = (got + sector - 1) / sector * sector;
            std::fill_n(current.begin() + static_cast<std::ptrdiff_t>(filled + got), taken - got, std::byte{0});
            filled += taken;
            size += taken;
            if (filled == piece) keep();
        }
    }
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    if (filled > 0) {
        std::fill(current.begin() + static_cast<std::ptrdiff_t>(filled), current.end(), std::byte{0});
        pieces.push_back(current);
    }
    if (pieces.empty()) pieces.emplace_back(piece);
    const std::uint64_t consumed = pass->consumed();
    if (!is_whole && consumed > 0) {
        const double times = static_cast<double>(archive->size()) / static_cast<double>(consumed);
        size = static_cast<std::uint64_t>(static_cast<double>(size) * times);
        taken *= times;
    }
    return ArchiveSampled{std::make_shared<ArchiveSample>(archive->name(), size, std::move(pieces)), taken.count()};
}

} // namespace cloop
