// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/folder_sample.h"

#include "file/file_io.h"
#include "source/folder_listing.h"
#include "source/iso_directories.h"

#include <algorithm>
#include <vector>

namespace cloop {

namespace {

constexpr std::uint64_t iso_sector = IsoDirectories::sector;

/// Approximate directory records, Rock Ridge first, then Joliet, because an ISO of many small files consists mostly of these.
class RecordSample {
public:
    /// `target`: of a symbolic link. `begin`: offset of the file's data.
    void add(std::string_view name, std::string_view target, const FolderListing::Node &node, std::uint64_t begin) {
        std::string record = head_of(begin, node);
        for (const char c : name.substr(0, 31)) record += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        record += ";1PX,\1";
        for (const std::uint64_t number :
             {std::uint64_t{node.mode}, std::uint64_t{node.links}, std::uint64_t{node.uid}, std::uint64_t{node.gid}, ++number_})
            record += both(number);
        record += "TF\x1a\1\x0e" + std::string(21, 't') + "NM" + std::string(3, '\0') + std::string(name);
        if (!target.empty()) record += "SL" + std::string(3, '\0') + std::string(target);
        rock_ridge_.add(record);

        record = head_of(begin, node);
        for (const char c : name) record += {'\0', c};
        joliet_.add(record);
    }

    /// Adds a directory's own records: "." and ".." in both trees, an entry in each of four path tables, and padding to a sector.
    /// Call after adding its entries.
    void end_directory(std::string_view name, const FolderListing::Node &node) {
        // An approximate place of this directory and of its parent before it.
        const std::uint64_t place = rock_ridge_.size / iso_sector, above = place - std::min<std::uint64_t>(place, 1 + number_ % 5);
        add({"\0", 1}, {}, node, place * iso_sector);
        add({"\1", 1}, {}, node, above * iso_sector);
        std::string wide;
        for (const char c : name) wide += {'\0', c};
        for (int table = 0; table < 2; ++table) {
            rock_ridge_.add(both(place) + both(above) + std::string(name));
            joliet_.add(both(place + 977) + both(above) + wide);
        }
        for (Tree *tree : {&rock_ridge_, &joliet_}) tree->add(std::string((iso_sector - tree->size % iso_sector) % iso_sector, '\0'));
    }

    /// Stands in for the dates and names of descriptors by fixed pseudo-random bytes.
    void add_descriptors() {
        std::string bytes;
        for (std::uint32_t i = 1, bits = 2463534242u; i <= 480; ++i) bytes += static_cast<char>(bits = bits * 1664525u + 1013904223u, bits >> 24);
        rock_ridge_.add(bytes);
    }

    std::uint64_t size() const { return rock_ridge_.size + joliet_.size; }

    void read(std::uint64_t offset, std::span<std::byte> out) const {
        for (std::size_t i = 0; i < out.size(); ++i, ++offset)
            out[i] = offset < rock_ridge_.size ? rock_ridge_.at(offset) : joliet_.at(offset - rock_ridge_.size);
    }

private:
    struct Tree {
        static constexpr std::size_t most_kept = 2u << 20;

        std::string first;  ///< stands for all sectors
        std::uint64_t size = 0;

        void add(std::string_view record) {
            size += record.size();
            if (first.size() < most_kept) first += record;
        }
        std::byte at(std::uint64_t offset) const { return static_cast<std::byte>(first[static_cast<std::size_t>(offset % first.size())]); }
    };

    /// Little endian, then big endian.
    static std::string both(std::uint64_t number) {
        std::string bytes;
        for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> 8 * i);
        return bytes + std::string(bytes.rbegin(), bytes.rend());
    }

    static std::string head_of(std::uint64_t begin, const FolderListing::Node &node) {
        return "r" + both(begin / iso_sector) + both(node.size) + std::string(16, 't');
    }

    Tree rock_ridge_, joliet_;
    std::uint64_t number_ = 0;
};

/// See sample_folder().
class FolderSample final : public ByteSource {
public:
    explicit FolderSample(std::shared_ptr<const FolderListing> listing) : listing_(std::move(listing)), name_(listing_->path(0)) {
        records_.add_descriptors();
        // From last to first, which is ascending by name, as in the ISO.
        for (FolderListing::Number number = listing_->size(); number-- > 0;) {
            const auto &node = (*listing_)[number];
            if (S_ISDIR(node.mode)) records_.end_directory(number == 0 ? std::string("/") : listing_->name(number), node);
            if (number == 0) break;
            // All empty files have the same place.
            records_.add(listing_->name(number), S_ISLNK(node.mode) ? listing_->link_target(number) : std::string(), node, node.size > 0 ? size_ : 0);
            if (node.size == 0 || node.first != number) continue;
            files_.push_back({size_, number});
            size_ += (node.size + iso_sector - 1) / iso_sector * iso_sector;
        }
    }

    std::uint64_t records_size() const { return records_.size(); }
    std::uint64_t size() const override { return size_ + records_.size(); }
    const std::string &name() const override { return name_; }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size() - std::min(offset, size()))));
        std::ranges::fill(out, std::byte{0});
        const auto of_records = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), records_.size() - std::min(offset, records_.size())));
        records_.read(offset, out.first(of_records));
        if (of_records < out.size()) read_files(offset + of_records - records_.size(), out.subspan(of_records));
        return out.size();
    }

private:
    void read_files(std::uint64_t offset, std::span<std::byte> out) const {
        auto at = std::ranges::upper_bound(files_, offset, {}, &File::begin);
        if (at != files_.begin()) --at;
        for (; at != files_.end() && at->begin < offset + out.size(); ++at) {
            const std::uint64_t begin = std::max(offset, at->begin);
            const std::uint64_t end = std::min(offset + out.size(), at->begin + (*listing_)[at->number].size);
            if (begin >= end) continue;
            auto fd = listing_->open(at->number);
            // Ignore errors: unreadable data count as zeros.
            if (fd)
                (void)pread_fully(fd->get(), begin - at->begin,
                                  out.subspan(static_cast<std::size_t>(begin - offset), static_cast<std::size_t>(end - begin)), name_);
        }
    }

    struct File {
        std::uint64_t begin;
        FolderListing::Number number;
    };

    std::shared_ptr<const FolderListing> listing_;
    std::string name_;
    RecordSample records_;
    std::vector<File> files_;
    std::uint64_t size_ = 31 * iso_sector;  // system area, descriptors, path tables
};

} // namespace

Result<FolderSampled> sample_folder(const std::string &path, SourceFilter filter, const std::stop_token &stop) {
    CLOOP_LET(listing, FolderListing::read({.path = path, .filter = std::move(filter)}, stop, {}));
    const auto sample = std::make_shared<const FolderSample>(std::move(listing));
    return FolderSampled{sample, sample->records_size()};
}

} // namespace cloop
