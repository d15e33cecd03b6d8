// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/folder_fill.h"

#include "base/tolerant_read.h"
#include "file/file_source.h"

#include <algorithm>

namespace cloop {

namespace {

using Number = FolderListing::Number;

class FolderFile final : public BufferedContent {
public:
    FolderFile(std::shared_ptr<const FolderListing> listing, Number number) : listing_(std::move(listing)), number_(number) {}

    void close() override { reading_.reset(); }

private:
    struct Reading {
        std::shared_ptr<const FileSource> source;
        std::uint64_t done = 0;
        std::uint64_t next_data = 0;
        bool has_told = false;
    };

    Status begin() override {
        CLOOP_LET(fd, listing_->open(number_));
        CLOOP_LET(source, FileSource::adopt(std::move(fd), listing_->path(number_)));
        reading_ = std::make_unique<Reading>(std::move(source));
        return {};
    }

    Result<std::size_t> fill(std::span<std::byte> out, std::vector<Error> &losses) override {
        auto &[source, done, next_data, has_told] = *reading_;
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size() - done)));
        std::optional<Error> lost;
        if (next_data <= done) next_data = source->next_data(done);
        if (next_data > done) {
            out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), next_data - done)));
            std::ranges::fill(out, std::byte{0});
        } else {
            if (auto ranges = read_past_damage(*source, done, out); !ranges.empty())
                lost = ranges.front().error.code == ErrorCode::block_missing ? changed() : std::move(ranges.front().error);
        }
        done += out.size();
        if (done == size()) look_back(losses, lost);
        // Report each file only once, because a damaged disc has many unreadable sectors.
        if (lost && !std::exchange(has_told, true)) losses.push_back(std::move(*lost));
        return out.size();
    }

    /// Checks the file after reading. One that only grew, like a log, is right up to its listed size; other changes may have mixed old and new data.
    void look_back(std::vector<Error> &notes, std::optional<Error> &lost) const {
        struct stat now {};
        if (::fstat(reading_->source->fd(), &now) == 0 && static_cast<std::uint64_t>(now.st_size) > size())
            notes.push_back({.code = ErrorCode::source_grew, .subject = listing_->path(number_)});
        else if (!reading_->source->check_unchanged()) lost = changed();
    }

    std::uint64_t size() const { return (*listing_)[number_].size; }
    Error changed() const { return {.code = ErrorCode::source_changed, .subject = listing_->path(number_)}; }

    std::shared_ptr<const FolderListing> listing_;
    Number number_;
    std::unique_ptr<Reading> reading_;
};

/// Fills the tree from the listing.
class FolderFill {
public:
    FolderFill(ContentTree &tree, std::shared_ptr<const FolderListing> listing, std::uint64_t last_identity)
        : tree_(tree), listing_(std::move(listing)), last_identity_(last_identity) {}

    Status run(ContentTree::Directory *into, const std::function<Status(const Error &)> &trouble, const std::stop_token &stop) {
        NodeAttributes attributes = attributes_of(0);
        (void)extend(attributes, 0);
        tree_.set_attributes(into, attributes);
        ways_.push_back({0, into});
        for (Number number = 1; number < listing_->size(); ++number) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled);
            const Number parent = (*listing_)[number].parent;
            while (ways_.back().number > parent) ways_.pop_back();
            if (ways_.back().number != parent) continue;  // the folder could not be added
            auto added = add(number, ways_.back().directory);
            if (added) continue;
            Error error = std::move(added).error();
            error.subject = listing_->path(number);
            CLOOP_TRY(trouble(error));
        }
        for (const auto &pattern : listing_->filter().unmatched()) tree_.note(ErrorCode::pattern_unmatched, pattern);
        for (const auto &path : listing_->vanished()) tree_.note(ErrorCode::source_vanished, path);
        return {};
    }

private:
    struct Way {
        Number number;
        ContentTree::Directory *directory;
    };

    Status add(Number number, ContentTree::Directory *into) {
        const auto &node = (*listing_)[number];
        const std::string name = listing_->name(number);
        NodeAttributes attributes = attributes_of(number);
        // An empty file need not be readable.
        if (auto readable = extend(attributes, number); !readable && S_ISREG(node.mode) && node.size > 0) return readable;
        if (S_ISDIR(node.mode)) {
            CLOOP_LET(added, tree_.add_directory(into, name, attributes));
            ways_.push_back({number, added});
            return {};
        }
        if (S_ISLNK(node.mode)) return tree_.add_symlink(into, name, attributes, listing_->link_target(number));
        if (!S_ISREG(node.mode)) return tree_.add_special(into, name, attributes);
        // The identity is equal for hard links, and orders the contents: node numbers descend by name, so it is subtracted.
        return tree_.add_file(into, name, attributes, node.size, last_identity_ - node.first, 0,
                              std::make_shared<FolderFile>(listing_, number));
    }

    /// Adds the extended attributes, or notes that they are left out. Error: the file can't be opened.
    Status extend(NodeAttributes &attributes, Number number) {
        CLOOP_LET(fd, listing_->open(number));
        if (tree_.keeps_extended_attributes()) attributes.extended = read_attributes(fd.get());
        else if (has_missed_attributes(fd.get())) tree_.note(ErrorCode::attributes_left_out, listing_->path(number));
        return {};
    }

    NodeAttributes attributes_of(Number number) const {
        const auto &node = (*listing_)[number];
        return {node.mode, node.uid, node.gid, node.mtime, node.special, node.nanoseconds};
    }

    ContentTree &tree_;
    std::shared_ptr<const FolderListing> listing_;
    std::uint64_t last_identity_;
    std::vector<Way> ways_;  ///< path to the last added node
};

} // namespace

Status fill_from_folder(ContentTree &tree, ContentTree::Directory *into, std::shared_ptr<const FolderListing> listing, std::uint64_t last_identity,
                        const std::function<Status(const Error &)> &trouble, const std::stop_token &stop) {
    return FolderFill(tree, std::move(listing), last_identity).run(into, trouble, stop);
}

} // namespace cloop
