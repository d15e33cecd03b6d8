// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/facts_tab.h"

#include "text/sentences.h"
#include "views/histogram_view.h"
#include "views/labels.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <map>

namespace cloop::desktop {

FactsTab::FactsTab(QWidget *parent) : QWidget(parent), facts_(textLabel()), histogram_(new HistogramView), codecs_(textLabel()) {
    facts_->setAccessibleName(tr("Facts of the image"));
    codecs_->setAccessibleName(tr("Shares of the codecs"));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    column->setSpacing(rhythm);
    column->addWidget(facts_);
    column->addSpacing(rhythm);
    column->addWidget(headline(tr("How far the blocks shrank")));
    column->addWidget(histogram_);
    column->addSpacing(rhythm);
    column->addWidget(headline(tr("Codecs")));
    column->addWidget(codecs_);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void FactsTab::show(const OpenedImage &opened, const BlockCells &cells) {
    const ImageReader &image = *opened.image;
    // Count only existing blocks, so that a cut file does not seem better compressed.
    std::uint64_t stored = 0, raw = 0;
    for (std::size_t block = 0; block < image.index().known_size(); ++block) {
        if (image.index().defect(block) != Defect::none) continue;
        stored += image.index()[block].size;
        raw += image.block_size();
    }
    QList<std::pair<QString, QString>> rows{
        {tr("Content"), sizeText(image.size())},
        {tr("Image"), sizeText(image.file_size())},
        {tr("Ratio"), raw ? percentText(static_cast<double>(stored) / static_cast<double>(raw)) : QStringLiteral("–")},
        {tr("Blocks"), tr("%1 of %2").arg(numberText(image.block_count()), sizeText(image.block_size()))},
        {tr("Version"), versionText(image.head())},
    };
    for (const HeadCorrection &correction : image.corrections()) rows << std::pair{tr("Damaged head"), correctionText(correction)};
    if (opened.filesystem) {
        rows << std::pair{tr("Inside"), nameText(opened.filesystem->kind())} << std::pair{tr("Volume"), nameText(opened.filesystem->label())};
        std::size_t files = 0;
        for (const Node &node : opened.filesystem->nodes()) files += node.kind == NodeKind::file;
        rows << std::pair{tr("Files inside"), numberText(files)};
    } else {
        rows << std::pair{tr("Inside"), causeText(opened.withoutFilesystem)};
    }
    facts_->setText(factTable(rows));
    histogram_->setCells(cells);

    std::map<std::uint8_t, std::pair<std::size_t, std::uint64_t>> shares;
    for (std::size_t block = 0; block < image.index().known_size(); ++block) {
        if (image.index().defect(block) != Defect::none) continue;
        const BlockRef ref = image.index()[block];
        auto &[count, bytes] = shares[ref.codec];
        ++count;
        bytes += ref.size;
    }
    QList<std::pair<QString, QString>> codecs;
    for (const auto &[codec, share] : shares)
        codecs << std::pair{codecText(codec), tr("%1 of the blocks, %2")
                                                  .arg(percentText(static_cast<double>(share.first) / static_cast<double>(image.block_count())),
                                                       sizeText(share.second))};
    codecs_->setText(factTable(codecs));
}

} // namespace cloop::desktop
