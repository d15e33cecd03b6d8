// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/properties_dialog.h"

#include "text/sentences.h"
#include "views/histogram_view.h"
#include "views/labels.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QVBoxLayout>

#include <map>

namespace cloop::desktop {

namespace {

using Rows = QList<std::pair<QString, QString>>;

Rows factsOf(const OpenedImage &opened) {
    const ImageReader &image = *opened.image;
    // Of the blocks that are there: a file that was cut short shrank no further for that.
    std::uint64_t stored = 0, raw = 0;
    for (std::size_t block = 0; block < image.index().known_size(); ++block) {
        if (image.index().defect(block) != Defect::none) continue;
        stored += image.index()[block].size;
        raw += image.block_size();
    }
    Rows rows{
        {PropertiesDialog::tr("Content"), sizeText(image.size())},
        {PropertiesDialog::tr("Image"), sizeText(image.file_size())},
        {PropertiesDialog::tr("Ratio"), raw ? percentText(static_cast<double>(stored) / static_cast<double>(raw)) : QStringLiteral("–")},
        {PropertiesDialog::tr("Blocks"), PropertiesDialog::tr("%1 of %2").arg(numberText(image.block_count()), sizeText(image.block_size()))},
        {PropertiesDialog::tr("Version"), versionText(image.head())},
    };
    for (const HeadCorrection &correction : image.corrections()) rows << std::pair{PropertiesDialog::tr("Damaged head"), correctionText(correction)};
    if (opened.filesystem) {
        rows << std::pair{PropertiesDialog::tr("Inside"), nameText(opened.filesystem->kind())}
             << std::pair{PropertiesDialog::tr("Volume"), nameText(opened.filesystem->label())};
        std::size_t files = 0;
        for (const Node &node : opened.filesystem->nodes()) files += node.kind == NodeKind::file;
        rows << std::pair{PropertiesDialog::tr("Files inside"), numberText(files)};
    } else {
        rows << std::pair{PropertiesDialog::tr("Inside"), causeText(opened.withoutFilesystem)};
    }
    return rows;
}

Rows codecsOf(const ImageReader &image) {
    std::map<std::uint8_t, std::pair<std::size_t, std::uint64_t>> shares;
    for (std::size_t block = 0; block < image.index().known_size(); ++block) {
        if (image.index().defect(block) != Defect::none) continue;
        const BlockRef ref = image.index()[block];
        auto &[count, bytes] = shares[ref.codec];
        ++count;
        bytes += ref.size;
    }
    Rows codecs;
    for (const auto &[codec, share] : shares)
        codecs << std::pair{codecText(codec), PropertiesDialog::tr("%1 of the blocks, %2")
                                                  .arg(percentText(static_cast<double>(share.first) / static_cast<double>(image.block_count())),
                                                       sizeText(share.second))};
    return codecs;
}

} // namespace

PropertiesDialog::PropertiesDialog(const OpenedImage &opened, const BlockCells &cells, MapScheme scheme, QWidget *parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Properties of %1").arg(QFileInfo(opened.path).fileName()));
    auto *facts = textLabel(), *codecs = textLabel();
    facts->setText(factTable(factsOf(opened)));
    codecs->setText(factTable(codecsOf(*opened.image)));
    auto *histogram = new HistogramView;
    histogram->setScheme(scheme);
    histogram->setCells(cells);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(apart, apart, apart, apart);
    column->setSpacing(rhythm);
    column->addWidget(facts);
    column->addSpacing(rhythm);
    column->addWidget(headline(tr("How far the blocks shrank")));
    column->addWidget(histogram);
    column->addSpacing(rhythm);
    column->addWidget(headline(tr("Codecs")));
    column->addWidget(codecs);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(440);
}

} // namespace cloop::desktop
