// SPDX-License-Identifier: GPL-3.0-or-later
// Any file tree becomes an ISO 9660 or EROFS and reads back unchanged: names, kinds, link targets, contents. Refused nodes are absent.

#include "fuzz_input.h"

#include "base/byte_source.h"
#include "filesystem/filesystem.h"
#include "source/content_tree.h"

#include <cstdlib>
#include <map>

namespace {

using namespace cloop;

/// A file of `size` equal bytes.
class Same final : public FileContent {
public:
    Same(std::uint8_t value, std::uint64_t size) : value_(value), size_(size) {}
    Status open() override {
        done_ = 0;
        return {};
    }
    Result<std::size_t> read(std::span<std::byte> out, std::vector<Error> &) override {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - done_));
        std::fill_n(out.begin(), count, std::byte{value_});
        done_ += count;
        return count;
    }
    void close() override {}

private:
    std::uint8_t value_;
    std::uint64_t size_;
    std::uint64_t done_ = 0;
};

struct Made {
    NodeKind kind;
    std::string target{};
    std::uint8_t value = 0;
    std::uint64_t size = 0;
    std::uint64_t identity = 0;
};

/// Reads the fuzzer's bytes in order, then zeros.
struct Bytes {
    const std::uint8_t *at;
    const std::uint8_t *end;

    std::uint8_t next() { return at < end ? *at++ : std::uint8_t{0}; }
    /// A name, mostly of letters, whose length is the next byte: long names that begin alike are the difficult ones.
    std::string text() {
        const std::size_t length = next();
        const char fill = static_cast<char>('a' + next() % 4);
        std::string text(length, fill);
        for (std::size_t i = 0, changes = next() % 8; i < changes && length > 0; ++i) text[next() % length] = static_cast<char>(next());
        return text;
    }
};

bool is_possible_name(const std::string &name) { return is_safe_name(name) && name.size() <= 255; }

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    Bytes bytes{data, data + size};
    const TreeKind kind = bytes.next() % 2 == 0 ? TreeKind::iso9660 : TreeKind::erofs;
    auto tree = ContentTree::make({.kind = kind, .label = "FUZZ", .keep_going = true, .on_trouble = {}, .on_note = {}});
    if (!tree) std::abort();
    std::vector<std::pair<ContentTree::Directory *, std::string>> folders{{(*tree)->root(), ""}};
    (*tree)->set_attributes((*tree)->root(), {.mode = S_IFDIR | 0755});
    std::map<std::string, Made> made;
    std::vector<Made> files;
    for (int order = 0; bytes.at < bytes.end && order < 300; ++order) {
        const std::uint8_t what = bytes.next();
        const auto [parent, path] = folders[bytes.next() % folders.size()];
        const std::string name = bytes.text();
        // Impossible or duplicate names, which no file system has.
        if (!is_possible_name(name) || made.contains(path + "/" + name) || path.size() > 4000) continue;
        Made one{.kind = NodeKind::file};
        bool is_there = false;
        if (what % 8 == 0) {
            one.kind = NodeKind::directory;
            const auto added = (*tree)->add_directory(parent, name, {.mode = S_IFDIR | 0755});
            is_there = added.has_value();
            if (is_there) folders.emplace_back(*added, path + "/" + name);
        } else if (what % 8 == 1) {
            one.kind = NodeKind::symlink;
            one.target = bytes.text();
            is_there = !one.target.empty() && one.target.find('\0') == std::string::npos &&
                       (*tree)->add_symlink(parent, name, {.mode = S_IFLNK | 0777}, one.target).has_value();
        } else if (what % 8 == 2) {
            one.kind = NodeKind::fifo;
            is_there = (*tree)->add_special(parent, name, {.mode = S_IFIFO | 0644}).has_value();
        } else {
            const bool is_link = what % 8 == 3 && !files.empty();
            if (is_link) one = files[bytes.next() % files.size()];
            else
                one = {.kind = NodeKind::file,
                       .value = bytes.next(),
                       .size = bytes.next() * std::uint64_t{17},
                       .identity = static_cast<std::uint64_t>(order) + 1};
            is_there =
                (*tree)
                    ->add_file(parent, name, {.mode = S_IFREG | 0644}, one.size, one.identity, order, std::make_shared<Same>(one.value, one.size))
                    .has_value();
            if (is_there) files.push_back(one);
        }
        if (is_there) made[path + "/" + name] = one;
    }
    auto stream = (*tree)->stream("fuzz", {});
    if (!stream) return 0;
    std::vector<std::uint8_t> iso(static_cast<std::size_t>((*stream)->size().value()));
    const auto got = (*stream)->read(std::as_writable_bytes(std::span(iso)));
    if (!got || *got != iso.size()) std::abort();
    const auto filesystem = Filesystem::open(std::make_shared<cloop::test::FuzzInput>(iso.data(), iso.size()));
    if (!filesystem) std::abort();
    std::size_t found = 0;
    for (NodeId id = 1; id < (*filesystem)->nodes().size(); ++id) {
        const Node &node = (**filesystem)[id];
        if (node.kind == NodeKind::structure) continue;
        const auto one = made.find((*filesystem)->path(id));
        if (one == made.end() || node.is_incomplete || node.kind != one->second.kind || node.link_target != one->second.target) std::abort();
        if (node.kind == NodeKind::file) {
            if (node.size != one->second.size) std::abort();
            std::vector<std::byte> content(node.size);
            if (!read_exactly(*(*filesystem)->open_file(id), 0, content)) std::abort();
            for (const std::byte byte : content)
                if (byte != std::byte{one->second.value}) std::abort();
        }
        ++found;
    }
    if (found != made.size()) std::abort();
    return 0;
}
