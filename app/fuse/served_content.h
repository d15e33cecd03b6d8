// SPDX-License-Identifier: GPL-3.0-or-later
// The content of an image as a single file.

#pragma once

#include "served_tree.h"

#include <string>

namespace cloop::fuse {

/// The root holds one file named `name`. `folder`, if not empty, is a folder between them.
class ServedContent final : public ServedTree {
public:
    /// `status`: of the image's file; owner and time are taken from it.
    ServedContent(SourcePtr content, std::string folder, std::string name, const struct stat &status);

    bool has(Node node) const override { return node >= root && node <= last_; }
    struct stat status(Node node) const override;
    std::optional<Node> lookup(Node directory, std::string_view name) const override;
    std::optional<Entry> entry(Node directory, std::size_t number) const override;
    std::string_view link_target(Node) const override { return {}; }
    SourcePtr open(Node node) const override { return node == last_ ? content_ : nullptr; }
    std::uint64_t size() const override { return content_->size(); }

private:
    std::string_view name_of(Node node) const { return node == last_ ? name_ : folder_; }

    SourcePtr content_;
    std::string folder_, name_;
    struct stat of_image_;
    Node last_;  ///< the file; the nodes from the root to it are numbered one by one
};

/// The name of the content's file: that of the image, with .iso for an ISO 9660, else .img.
std::string content_name(const std::string &image, const ByteSource &content);

} // namespace cloop::fuse
