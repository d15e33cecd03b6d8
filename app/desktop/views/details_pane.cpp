// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details_pane.h"

#include "models/scan_report.h"
#include "text/sentences.h"
#include "text/value_names.h"
#include "views/labels.h"
#include "views/scrolling.h"

#include <QDateTime>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>

namespace cloop::desktop {

namespace {

constexpr qsizetype mostInTooltip = 8;
constexpr qsizetype mostInPane = 200;
constexpr qsizetype mostRuns = 12;

/// Of several blocks: how many are in each state, where their content lies, what they take.
QString factsOfRange(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last) {
    const BlockReader &image = *opened.image;
    std::array<std::size_t, block_state_count> counts{};
    std::uint64_t stored = 0;
    std::set<std::uint8_t> codecs;
    for (std::size_t block = first; block < last; ++block) {
        ++counts[static_cast<std::size_t>(cells[block].state)];
        if (block >= image.index().known_size() || image.index().defect(block) != Defect::none) continue;
        stored += image.index()[block].size;
        codecs.insert(image.index()[block].codec);
    }
    QStringList states, names;
    for (std::size_t state = 0; state < block_state_count; ++state)
        if (counts[state]) states << QStringLiteral("%1: %2").arg(shortStateText(static_cast<BlockState>(state)), numberText(counts[state]));
    for (const std::uint8_t codec : codecs) names << codecText(codec);
    const Extent bytes = image.bytes_of({first, last});
    return factTable(
        {{DetailsPane::tr("State"), states.join(QStringLiteral(", "))},
         {DetailsPane::tr("Offset in the content"), numberText(bytes.offset)},
         {DetailsPane::tr("Stored size"), DetailsPane::tr("%1 of %2").arg(sizeText(stored), sizeText(bytes.size))},
         {DetailsPane::tr("Ratio"), bytes.size ? percentText(static_cast<double>(stored) / static_cast<double>(bytes.size)) : QString()},
         {DetailsPane::tr("Codec"), names.join(QStringLiteral(", "))}});
}

QString factsOf(const OpenedImage &opened, const BlockCells &cells, std::size_t block) {
    const BlockReader &image = *opened.image;
    QList<std::pair<QString, QString>> rows{{DetailsPane::tr("State"), stateText(cells[block].state)},
                                            {DetailsPane::tr("Offset in the content"), numberText(block * std::uint64_t{image.block_size()})}};
    if (image.index().defect(block) == Defect::none) {
        const BlockRef ref = image.index()[block];
        rows << std::pair{DetailsPane::tr("Offset in the file"), numberText(ref.offset)}
             << std::pair{DetailsPane::tr("Stored size"), DetailsPane::tr("%Ln byte(s)", nullptr, static_cast<int>(ref.size))}
             << std::pair{DetailsPane::tr("Ratio"), percentText(static_cast<double>(ref.size) / image.block_size())}
             << std::pair{DetailsPane::tr("Codec"), codecText(ref.codec)};
    } else {
        rows << std::pair{DetailsPane::tr("Offset in the file"), DetailsPane::tr("not known")};
    }
    return factTable(rows);
}

/// The runs of blocks that a node lies in, as links to the map.
QString blockLinks(const Node &node, std::uint32_t blockSize) {
    std::vector<BlockRange> ranges;
    for (const Extent &extent : node.extents)
        if (extent.size > 0) ranges.push_back(BlockRange::of(extent, blockSize));
    unite(ranges);
    QStringList links;
    for (const BlockRange &range : ranges) {
        if (links.size() == mostRuns) {
            links << QStringLiteral("…");
            break;
        }
        links << QStringLiteral("<a href='block:%1-%2'>%3</a>")
                     .arg(range.first)
                     .arg(range.last)
                     .arg(blocksText(range.first, range.last).toHtmlEscaped());
    }
    return links.join(QStringLiteral("<br>"));
}

QString kindText(NodeKind kind) {
    switch (kind) {
    case NodeKind::file: return DetailsPane::tr("File");
    case NodeKind::directory: return DetailsPane::tr("Folder");
    case NodeKind::symlink: return DetailsPane::tr("Symbolic link");
    case NodeKind::character_device:
    case NodeKind::block_device: return DetailsPane::tr("Device");
    case NodeKind::fifo: return DetailsPane::tr("Pipe");
    case NodeKind::socket: return DetailsPane::tr("Socket");
    case NodeKind::structure: return DetailsPane::tr("A part of the file system itself");
    }
    return {};
}

QString factsOfNode(const OpenedImage &opened, const NodeFacts *facts, const std::vector<LostBlocks> &lost, NodeId id) {
    const Node &node = (*opened.filesystem)[id];
    QList<std::pair<QString, QString>> rows{{DetailsPane::tr("Kind"), kindText(node.kind)}};
    if (node.kind == NodeKind::symlink) rows << std::pair{DetailsPane::tr("Leads to"), pathText(nameText(node.link_target))};
    if (facts)
        rows << std::pair{DetailsPane::tr("Size"), sizeText(facts->size)} << std::pair{DetailsPane::tr("Stored size"), sizeText(facts->stored)}
             << std::pair{DetailsPane::tr("State"), shortStateText(facts->stateBelow)};
    if (const std::uint64_t bytes = bad_bytes_of(node, lost, opened.image->block_size()))
        rows << std::pair{DetailsPane::tr("In damaged blocks"), sizeText(bytes)};
    rows << std::pair{DetailsPane::tr("Owner"), QStringLiteral("%1:%2").arg(node.uid).arg(node.gid)}
         << std::pair{DetailsPane::tr("Rights"), QString::fromStdString(mode_text(node))}
         << std::pair{DetailsPane::tr("Changed"), QLocale().toString(QDateTime::fromSecsSinceEpoch(node.mtime), QLocale::ShortFormat)};
    if (node.is_doubtful) rows << std::pair{DetailsPane::tr("Doubtful"), DetailsPane::tr("its record is damaged")};
    if (node.is_incomplete) rows << std::pair{DetailsPane::tr("Incomplete"), DetailsPane::tr("only a part of it is known")};
    return factTable(rows);
}

} // namespace

QString describeBlocks(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last) {
    QString html = QStringLiteral("<b>%1</b>").arg(blocksText(first, last).toHtmlEscaped());
    html += last - first == 1 ? factsOf(opened, cells, first) : factsOfRange(opened, cells, first, last);
    QStringList paths = opened.pathsIn(first, last, mostInTooltip + 1);
    if (paths.size() > mostInTooltip) paths[mostInTooltip] = QStringLiteral("…");
    for (QString &path : paths) path = pathText(path).toHtmlEscaped();
    return html + paths.join(QStringLiteral("<br>"));
}

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent), title_(headline({})), text_(textLabel()), preview_(new QToolButton), inside_(new QToolButton), map_(new QToolButton) {
    title_->setWordWrap(true);
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    const auto set = [](QToolButton *button, const char *iconName, const QString &words) {
        button->setIcon(icon(iconName));
        button->setText(words);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
    };
    set(preview_, "preview", tr("Previe&w"));
    set(inside_, "inside", tr("&Look inside"));
    set(map_, "map", tr("&On the map"));
    // Below each other, because side by side they are wider than the pane in a wordy language.
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(hair);
    for (QToolButton *button : {preview_, inside_, map_}) buttons->addWidget(button, 0, Qt::AlignLeading);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(apart, rhythm, apart, rhythm);
    column->setSpacing(rhythm);
    column->addWidget(title_);
    column->addLayout(buttons);
    column->addWidget(text_);
    column->addStretch();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(inside));
    setMinimumWidth(220);
    connect(text_, &QLabel::linkActivated, this, &DetailsPane::follow);
    connect(preview_, &QToolButton::clicked, this, [this] { emit previewWanted(node_); });
    connect(inside_, &QToolButton::clicked, this, [this] { emit insideWanted(node_); });
    connect(map_, &QToolButton::clicked, this, &DetailsPane::mapWanted);
    showNothing();
}

void DetailsPane::focusText() { text_->setFocus(); }

QString DetailsPane::text() const { return text_->text(); }

void DetailsPane::setActions(bool isFile, bool hasBlocks) {
    title_->show();
    preview_->setVisible(isFile);
    map_->setVisible(hasBlocks);
}

/// What is shown again may still be an image.
void DetailsPane::take(NodeId node, const BlockRange &blocks) {
    if (node == Node::none || node != node_) inside_->hide();
    node_ = node;
    blocks_ = blocks;
}

void DetailsPane::offerInside() { inside_->show(); }

void DetailsPane::showNothing() {
    take(Node::none, {});
    setActions(false, false);
    title_->hide();
    text_->setText(tr("Choose a file to see where it lies, or a block to see which files it belongs to.").toHtmlEscaped());
}

void DetailsPane::showBlocks(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last) {
    take(Node::none, {first, last});
    setActions(false, false);
    title_->setText(blocksText(first, last));
    QStringList lines;
    qsizetype count = 0;
    for (const NodeId node : opened.nodesIn(first, last)) {
        if (++count > mostInPane) {
            lines << QStringLiteral("…");
            break;
        }
        const QString path = pathText(nameText(opened.filesystem->path(node))).toHtmlEscaped();
        lines << (opened.archive->entryOf(node) ? QStringLiteral("<a href='node:%1'>%2</a>").arg(node).arg(path) : path);
    }
    if (lines.isEmpty() && opened.filesystem) lines << tr("No file lies here.");
    // Files first: they are what one looks for.
    text_->setText(lines.join(QStringLiteral("<br>")) + QStringLiteral("<p>") +
                   (last - first == 1 ? factsOf(opened, cells, first) : factsOfRange(opened, cells, first, last)));
}

void DetailsPane::showNodes(const OpenedImage &opened, const std::vector<NodeFacts> &facts, const std::vector<LostBlocks> &lost,
                            const std::vector<NodeId> &nodes) {
    if (nodes.size() > 1) {
        std::uint64_t size = 0;
        for (const NodeId node : nodes) size += facts.empty() ? 0 : facts[node].size;
        take(Node::none, {});
        setActions(false, true);
        title_->setText(tr("%Ln file(s) and folder(s)", nullptr, static_cast<int>(nodes.size())));
        text_->setText(factTable({{tr("Size"), sizeText(size)}}));
        return;
    }
    take(nodes.front(), {});
    const Node &node = (*opened.filesystem)[node_];
    setActions(node.kind == NodeKind::file, true);
    title_->setText(pathText(nameText(opened.filesystem->path(node_))));
    text_->setText(factsOfNode(opened, facts.empty() ? nullptr : &facts[node_], lost, node_) + QStringLiteral("<p>") +
                   blockLinks(node, opened.image->block_size()));
}

void DetailsPane::follow(const QString &link) {
    const QString what = link.section(QLatin1Char(':'), 1);
    if (link.startsWith(QLatin1String("node:"))) emit nodeChosen(what.toUInt());
    else emit blocksChosen(what.section(QLatin1Char('-'), 0, 0).toULongLong(), what.section(QLatin1Char('-'), 1).toULongLong());
}

} // namespace cloop::desktop
