// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files_filter.h"

#include <QStringMatcher>

#include <algorithm>

namespace cloop::desktop {

namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Finds a part of a name in any case. Letters of ASCII are looked for in the bytes, because making a text of each of a million names takes longer
/// than a person's next key.
class NamePart {
public:
    explicit NamePart(const QString &text) : matcher_(text, Qt::CaseInsensitive) {
        if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; })) bytes_ = text.toLower().toStdString();
    }

    bool isIn(const Node &node, const KArchiveEntry &entry) const {
        if (bytes_.empty()) return matcher_.pattern().isEmpty() || matcher_.indexIn(entry.name()) >= 0;
        return std::ranges::search(node.name, bytes_, {}, lowered).begin() != node.name.end();
    }

private:
    QStringMatcher matcher_;
    std::string bytes_;  ///< in lower case; empty where the text has other letters
};

} // namespace

std::vector<char> filesMatching(const ImageArchive &archive, const std::vector<NodeFacts> &facts, const QString &text, bool onlyDamaged) {
    if (text.isEmpty() && !onlyDamaged) return {};
    const auto &nodes = archive.filesystem()->nodes();
    const NamePart part(text);
    const auto matches = [&](NodeId node) {
        const KArchiveEntry *entry = archive.entryOf(node);
        return entry && node != Filesystem::root && (!onlyDamaged || (!facts.empty() && isBad(facts[node].stateBelow))) &&
               part.isIn(nodes[node], *entry);
    };
    std::vector<char> visible(nodes.size());
    std::vector<NodeId> below;
    for (NodeId node = 0; node < nodes.size(); ++node) {
        if (!matches(node)) continue;
        for (NodeId above = nodes[node].parent; above != Node::none && !visible[above]; above = nodes[above].parent) visible[above] = 1;
        // A folder that is damaged by what is in it is only the way there.
        visible[node] = onlyDamaged && nodes[node].kind == NodeKind::directory ? 1 : 2;
        if (!text.isEmpty() && !onlyDamaged) below.insert(below.end(), nodes[node].children.begin(), nodes[node].children.end());
    }
    while (!below.empty()) {
        const NodeId node = below.back();
        below.pop_back();
        visible[node] = 2;
        below.insert(below.end(), nodes[node].children.begin(), nodes[node].children.end());
    }
    return visible;
}

} // namespace cloop::desktop
