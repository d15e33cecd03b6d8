// SPDX-License-Identifier: GPL-3.0-or-later
// Trees of files in memory, on their way into a file system and as read from it.

#pragma once

#include "filesystem/filesystem.h"
#include "source/content_tree.h"
#include "support/image_builder.h"

#include <QString>
#include <QTest>

#include <cstring>
#include <map>
#include <random>

namespace cloop::test {

class MemoryContent final : public FileContent {
public:
    explicit MemoryContent(std::string text) : text_(std::move(text)) {}
    Status open() override {
        done_ = 0;
        return {};
    }
    Result<std::size_t> read(std::span<std::byte> out, std::vector<Error> &) override {
        const std::size_t now = std::min(out.size(), text_.size() - done_);
        std::memcpy(out.data(), text_.data() + done_, now);
        done_ += now;
        return now;
    }
    void close() override {}

private:
    std::string text_;
    std::size_t done_ = 0;
};

/// A description of each node in one line, by path.
using Listing = std::map<std::string, std::string>;

inline std::string line_of(mode_t mode, std::int64_t mtime, const std::string &content) {
    return QString("%1 %2 ").arg(mode, 0, 8).arg(mtime).toStdString() + content;
}

inline Listing listing_of(Bytes bytes) {
    Listing listing;
    const auto filesystem = Filesystem::open(std::make_shared<MemorySource>(std::move(bytes))).value();
    for (NodeId id = 1; id < filesystem->nodes().size(); ++id) {
        const Node &node = (*filesystem)[id];
        if (node.kind == NodeKind::structure) continue;
        std::string content(node.link_target);
        if (node.kind == NodeKind::file) {
            const SourcePtr source = filesystem->open_file(id);
            content.resize(source->size());
            if (!read_exactly(*source, 0, std::as_writable_bytes(std::span(content)))) content = "unreadable";
        }
        if (node.is_incomplete) content += ", damaged";
        const mode_t type = node.kind == NodeKind::file        ? S_IFREG
                            : node.kind == NodeKind::directory ? S_IFDIR
                            : node.kind == NodeKind::symlink   ? S_IFLNK
                                                               : S_IFIFO;
        listing[filesystem->path(id)] = line_of(type | node.mode, node.mtime, content);
    }
    return listing;
}

/// Of as many seeds trees are tried; with sanitizers, which take ten times as long, of fewer.
#ifdef CLOOPSMITH_CHECKED
constexpr unsigned tree_seeds = 60;
#else
constexpr unsigned tree_seeds = 400;
#endif

/// A random tree by seed, and the expected listing.
class RandomTree {
public:
    explicit RandomTree(unsigned seed) : random_(seed) {}

    std::shared_ptr<ContentTree> make(TreeKind kind = TreeKind::iso9660) {
        auto tree = ContentTree::make({.kind = kind, .label = "RANDOM"}).value();
        tree->set_attributes(tree->root(), {.mode = S_IFDIR | 0755});
        fill(*tree, tree->root(), "", 0);
        return tree;
    }
    const Listing &expected() const { return expected_; }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    std::string name() {
        static const std::string pieces[] = {"a", "b", "Z", "0", ".", "-", " ", "\xC3\xA9", "\xE6\x97\xA5", ";1", "p"};
        const std::size_t length = below(3) ? 100 + below(156) : 1 + below(40);
        std::string made = below(2) ? "common beginning of all those names " : "";
        while (made.size() < length) made += pieces[below(std::size(pieces))];
        made.resize(std::min<std::size_t>(made.size(), 250));
        while (!made.empty() && (static_cast<unsigned char>(made.back()) & 0x80)) made.pop_back();
        return made + std::to_string(serial_++);
    }

    void fill(ContentTree &tree, ContentTree::Directory *into, const std::string &path, int depth) {
        for (unsigned i = 0, count = below(depth == 0 ? 120 : 40); i < count; ++i) {
            const std::string child = name();
            const NodeAttributes attributes{
                .mode = 0400 | below(0400), .uid = below(2000), .gid = below(2000), .mtime = static_cast<time_t>(1'500'000'000 + below(100'000'000))};
            const auto add = [&](mode_t type, const std::string &content) {
                expected_[path + "/" + child] = line_of(type | attributes.mode, attributes.mtime, content);
                NodeAttributes all = attributes;
                all.mode |= type;
                return all;
            };
            switch (below(depth < 9 ? 8 : 6)) {
            case 0: {
                std::string target;
                for (unsigned parts = 1 + below(6); parts > 0 && target.size() < 700; --parts)
                    target += (target.empty() ? "" : "/") + std::string(1 + below(248), 'a' + char(below(26)));
                QVERIFY(tree.add_symlink(into, child, add(S_IFLNK, target), target));
                break;
            }
            case 1: QVERIFY(tree.add_special(into, child, add(S_IFIFO, ""))); break;
            case 6:
            case 7: {
                auto directory = tree.add_directory(into, child, add(S_IFDIR, ""));
                QVERIFY(directory);
                if (expected_.size() < 600) fill(tree, *directory, path + "/" + child, depth + 1);
                break;
            }
            default: {
                std::string content = child.substr(0, below(30));
                QVERIFY(tree.add_file(into, child, add(S_IFREG, content), content.size(), ++identity_, 0, std::make_shared<MemoryContent>(content)));
            }
            }
        }
    }

    std::mt19937 random_;
    Listing expected_;
    std::uint64_t identity_ = 0;
    int serial_ = 0;
};

} // namespace cloop::test
