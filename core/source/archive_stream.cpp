// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archive_stream.h"

#include "source/archive_tree.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace cloop {

namespace {

/// The second pass, shared by all files: each opens its entry in archive order.
class SecondPass {
public:
    SecondPass(SourcePtr archive, std::stop_token stop) : archive_(std::move(archive)), stop_(std::move(stop)) {}

    ArchivePass &pass() { return *pass_; }
    const std::string &name() const { return archive_->name(); }

    Status go_to(int number) {
        if (!pass_ || pass_->number() >= number) CLOOP_TRY(open());
        while (pass_->number() < number) {
            CLOOP_LET(entry, next());
            if (!entry) return fail(ErrorCode::source_changed, name());
        }
        return {};
    }

    /// Reads the rest of the archive and verifies its checks.
    Status finish() {
        if (!pass_) CLOOP_TRY(open());
        for (;;) {
            CLOOP_LET(entry, next());
            if (!entry) return {};
        }
    }

private:
    Status open() {
        CLOOP_LET(opened, ArchivePass::open(archive_, stop_));
        pass_ = std::move(opened);
        return {};
    }

    Result<const ArchiveEntry *> next() {
        CLOOP_TRY(pass_->drain());
        return pass_->next();
    }

    SourcePtr archive_;
    std::stop_token stop_;
    std::unique_ptr<ArchivePass> pass_;
};

class ArchiveFile final : public BufferedContent {
public:
    ArchiveFile(std::shared_ptr<SecondPass> second, int number, std::uint64_t size) : second_(std::move(second)), number_(number), size_(size) {}
    void close() override {}

private:
    /// Does nothing for empty files: libisofs opens the last ones after all contents, while the reader of the stream may already run finish().
    Status begin() override { return size_ > 0 ? second_->go_to(number_) : Status(); }

    Result<std::size_t> fill(std::span<std::byte> out, std::vector<Error> &losses) override {
        auto got = second_->pass().read(out);
        if (got && *got == 0) return fail(ErrorCode::source_changed, second_->name());
        if (got && second_->pass().is_read_to_its_end())
            if (auto sound = second_->pass().drain(); !sound) losses.push_back(sound.error());
        return got;
    }

    std::shared_ptr<SecondPass> second_;
    int number_;
    std::uint64_t size_;
};

/// The file system; at its end, verifies the rest of the archive after the last content.
class ArchiveStream final : public ByteStream {
public:
    ArchiveStream(std::unique_ptr<ByteStream> made, std::shared_ptr<SecondPass> second) : made_(std::move(made)), second_(std::move(second)) {}

    std::optional<std::uint64_t> size() const override { return made_->size(); }
    const std::string &name() const override { return made_->name(); }

    Result<std::size_t> read(std::span<std::byte> out) override {
        auto got = made_->read(out);
        if (!got) return got;
        done_ += *got;
        // By now libisofs's thread has read all contents.
        if (second_ && done_ == made_->size()) CLOOP_TRY(std::exchange(second_, nullptr)->finish());
        return got;
    }

private:
    std::unique_ptr<ByteStream> made_;
    std::shared_ptr<SecondPass> second_;  ///< null: nothing left to verify
    std::uint64_t done_ = 0;
};

/// The first pass: reads the list, then fills the tree.
class ArchiveListing {
public:
    ArchiveListing(ContentTree &tree, SourcePtr archive, SourceFilter filter, bool keep_going, std::stop_token stop)
        : tree_(tree), archive_(std::move(archive)), filter_(std::move(filter)), keep_going_(keep_going), stop_(std::move(stop)),
          entries_(most_nodes(archive_->size())), second_(std::make_shared<SecondPass>(archive_, stop_)) {}

    Status read(const ProgressSink &progress) {
        if (auto all = read_entries(progress); !all) {
            // Entries before the damage are sound.
            const bool is_damage = all.error().code == ErrorCode::archive_damaged || all.error().code == ErrorCode::archive_cut_short;
            if (!is_damage || !keep_going_) return all;
            CLOOP_TRY(tree_.trouble(all.error()));
            is_damaged_ = true;
        }
        return fill();
    }

    /// For the stream; null if the archive is known to be damaged.
    std::shared_ptr<SecondPass> second() const { return is_damaged_ ? nullptr : second_; }

private:
    /// Limits names, because each takes memory in this tree and in libisofs's; a small compressed archive may hold very many, and one tar entry may
    /// create a thousand folders. In real archives of the smallest files, a name takes 10 bytes.
    static std::size_t most_nodes(std::uint64_t archive_size) {
        return static_cast<std::size_t>(std::min<std::uint64_t>(100'000 + archive_size / 8, SIZE_MAX));
    }

    Status read_entries(const ProgressSink &progress) {
        CLOOP_LET(pass, ArchivePass::open(archive_, stop_));
        std::uint64_t seen = 0;
        for (;;) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            CLOOP_LET(entry, pass->next());
            if (!entry) return pass->lacks_end_mark() ? fail(ErrorCode::archive_cut_short, archive_->name()) : Status();
            // Check before adding, because the records of huge entries alone would exceed the memory.
            seen += entry->size;
            if (seen > most_content) return fail(ErrorCode::content_too_large, archive_->name());
            CLOOP_TRY(add(*entry, pass->number()));
            report(progress, {.phase = Phase::list, .done = seen});
        }
    }

    Status add(const ArchiveEntry &entry, int number) {
        auto added = entries_.add(entry, number);
        if (added) {
            if (entry.attributes.extended.empty() || tree_.keeps_extended_attributes()) return {};
            const std::string path = archive_path(entry.path);
            if (!filter_.excludes_or_above(path, S_ISDIR(entry.attributes.mode))) tree_.note(ErrorCode::attributes_left_out, path);
            return {};
        }
        if (added.error().code == ErrorCode::archive_out_of_proportion) return std::unexpected(std::move(added).error().at(archive_->name()));
        return refused(added.error(), entry.path);
    }

    Status refused(Error error, const std::string &path) {
        error.subject = archive_->name() + ":" + path;
        return tree_.trouble(error);
    }

    Status fill() {
        tree_.set_attributes(tree_.root(), entries_.root_attributes());
        std::vector<std::pair<ArchiveTree::Id, ContentTree::Directory *>> ahead{{ArchiveTree::root, tree_.root()}};
        while (!ahead.empty()) {
            const auto [from, into] = ahead.back();
            ahead.pop_back();
            // Add in descending order, because libisofs searches each name's place from the beginning of its list.
            for (auto [first, at] = entries_.children(from); at != first;) {
                if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
                const auto &[key, node] = *--at;
                const bool is_directory = node.directory != ArchiveTree::no_directory;
                // Filter only here, because an excluded entry may be a hard link's target or a symbolic link on another entry's path.
                if (!filter_.is_empty() && filter_.excludes(entries_.path(key), is_directory)) continue;
                if (!is_directory) {
                    if (auto added = add_node(into, key.name, node); !added) CLOOP_TRY(refused(added.error(), entries_.path(key)));
                } else if (auto added = tree_.add_directory(into, key.name, node.attributes)) {
                    ahead.emplace_back(node.directory, *added);
                } else {
                    CLOOP_TRY(refused(added.error(), entries_.path(key)));
                }
            }
        }
        for (const auto &pattern : filter_.unmatched()) tree_.note(ErrorCode::pattern_unmatched, pattern);
        return {};
    }

    Status add_node(ContentTree::Directory *parent, const std::string &name, const ArchiveTree::Node &node) {
        if (S_ISLNK(node.attributes.mode)) return tree_.add_symlink(parent, name, node.attributes, node.link_target);
        if (!S_ISREG(node.attributes.mode)) return tree_.add_special(parent, name, node.attributes);
        return tree_.add_file(parent, name, node.attributes, node.size, static_cast<std::uint64_t>(node.number) + 1, node.number,
                              std::make_shared<ArchiveFile>(second_, node.number, node.size));
    }

    ContentTree &tree_;
    SourcePtr archive_;
    SourceFilter filter_;
    bool keep_going_;
    std::stop_token stop_;
    ArchiveTree entries_;
    std::shared_ptr<SecondPass> second_;
    bool is_damaged_ = false;
};

} // namespace

Result<std::unique_ptr<ByteStream>> open_archive(SourcePtr archive, TreeOptions options, const std::stop_token &stop, const ProgressSink &progress) {
    const bool keep_going = options.keep_going;
    SourceFilter filter = options.filter;
    CLOOP_LET(tree, ContentTree::make(std::move(options)));
    std::shared_ptr<SecondPass> second;
    {
        ArchiveListing listing(*tree, archive, std::move(filter), keep_going, stop);
        CLOOP_TRY(listing.read(progress));
        second = listing.second();
    }
    auto made = tree->stream(archive->name(), stop);
    if (!made) return made;
    return std::make_unique<ArchiveStream>(std::move(*made), std::move(second));
}

} // namespace cloop
