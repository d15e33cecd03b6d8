// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/build_choices.h"

#include "format/head.h"
#include "job/presets.h"
#include "jobs/cluster_use.h"
#include "text/sentences.h"
#include "views/boot_choice.h"
#include "views/icon_label.h"
#include "views/labels.h"
#include "views/output_choice.h"
#include "views/source_choices.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QRadioButton>
#include <QSpinBox>
#include <QThread>
#include <QToolButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr quint64 mebibyte = 1u << 20;

QString encoderName(const EncoderInfo &info) {
    if (info.id == EncoderId::best) return BuildChoices::tr("best of all, block by block");
    return QString::fromLatin1(info.name.data(), static_cast<qsizetype>(info.name.size()));
}

/// To where the text of a radio button begins.
int radioIndent(const QWidget *widget) {
    return widget->style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) + widget->style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing);
}

/// Begins below the text of a radio button; margins would stay on their side from right to left.
QFormLayout *indentedForm(QWidget *box) {
    auto *form = new QFormLayout;
    form->setSpacing(rhythm);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addSpacing(radioIndent(box));
    line->addLayout(form, 1);
    return form;
}

} // namespace

BuildChoices::BuildChoices(QWidget *parent)
    : QWidget(parent), icon_(new IconLabel(2 * apart)), title_(new QLabel), where_(new QLabel), presets_(new QButtonGroup(this)),
      more_(new QToolButton), format_(new QComboBox), encoder_(new QComboBox), level_(new QSpinBox), blockSize_(new QComboBox), boot_(new BootChoice),
      output_(new OutputChoice), verify_(new QCheckBox(tr("Verif&y: read it back and compare"))),
      sum_(new QCheckBox(tr("Write its SHA-&256 into a file beside it"))), keepGoing_(new QCheckBox(tr("&Go on past what can't be read"))),
      cluster_(new QCheckBox(tr("Use other computers"))),
      split_(new QComboBox), ofSource_(new SourceChoices), threads_(new QSpinBox) {
    title_->setFont(titleFont());
    for (QLabel *label : {title_, where_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    makeQuiet(where_);
    auto *words = new QVBoxLayout;
    words->setSpacing(hair);
    words->addWidget(title_);
    words->addWidget(where_);
    auto *head = new QHBoxLayout;
    head->setSpacing(apart);
    head->addWidget(icon_, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(apart);
    grid->setVerticalSpacing(hair);
    grid->setColumnStretch(0, 1);
    addPreset(grid, 0, tr("&Compatible"), tr("Every reader takes it, old ones too."));
    addPreset(grid, 1, tr("&Smaller"), tr("The same, compressed harder."));
    addPreset(grid, 2, tr("S&mallest"), tr("For newer readers; slow to make."));
    addPreset(grid, custom, tr("C&ustom"), tr("Version, codec, level and block size of your own choice."));
    custom_ = makeCustom();

    more_->setText(tr("More &options"));
    more_->setCheckable(true);
    more_->setAutoRaise(true);
    more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more_->setIcon(icon("folded"));
    auto *moreBox = makeMore();
    moreBox->hide();
    connect(more_, &QToolButton::toggled, this, [this, moreBox](bool isOpen) {
        more_->setIcon(icon(isOpen ? "unfolded" : "folded"));
        moreBox->setVisible(isOpen);
        if (isOpen) emit unfolded(more_, moreBox);
    });

    connect(boot_, &BootChoice::toggled, this, &BuildChoices::takeBootable);
    connect(output_, &OutputChoice::changed, this, &BuildChoices::outputChanged);
    connect(output_, &OutputChoice::entered, this, &BuildChoices::startWanted);

    // In a narrow panel, shorten lists instead of cutting off the page.
    for (QComboBox *box : {format_, encoder_, blockSize_, split_, ofSource_->filesystemBox()}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    for (QWidget *choice : std::initializer_list<QWidget *>{format_, encoder_, level_, blockSize_, split_, threads_, ofSource_->filesystemBox()}) {
        choice->setFocusPolicy(Qt::StrongFocus);  // not by the wheel
        choice->installEventFilter(this);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(apart);
    column->addLayout(head);
    column->addLayout(grid);
    column->addWidget(custom_);
    column->addWidget(boot_);
    column->addWidget(output_);
    column->addWidget(more_);
    column->addWidget(moreBox);
    column->addStretch();
    setPreset(0);
}

void BuildChoices::addPreset(QGridLayout *grid, int number, const QString &name, const QString &meaning) {
    auto *button = new QRadioButton(name);
    auto *text = new QLabel(meaning);
    makeQuiet(text);
    text->setIndent(radioIndent(this));
    text->setWordWrap(true);
    auto *estimate = new QLabel;
    estimate->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    button->setAccessibleDescription(meaning);
    presets_->addButton(button, number);
    estimates_ << estimate;
    const int row = 2 * number;
    grid->addWidget(button, row, 0);
    grid->addWidget(estimate, row, 1, 2, 1);
    grid->addWidget(text, row + 1, 0);
    connect(button, &QRadioButton::toggled, this, [this, number, button](bool isChosen) {
        if (isChosen) takeNeeded();
        if (number != custom) return;
        custom_->setVisible(isChosen);
        if (isChosen) emit unfolded(button, custom_);
        emit optionsChanged();
    });
}

QWidget *BuildChoices::makeCustom() {
    auto *box = new QWidget;
    QFormLayout *form = indentedForm(box);
    format_->addItem(tr("2.0: every reader"), static_cast<int>(ImageFormat::v2));
    format_->addItem(tr("4.0: a codec for each block"), static_cast<int>(ImageFormat::v4));
    format_->addItem(tr("4.0 with the head last"), static_cast<int>(ImageFormat::v4_stream));
    for (const std::uint32_t size : {4096u, 16384u, 32768u, 65536u, 131072u, 262144u, 524288u, 1048576u, 4194304u})
        blockSize_->addItem(sizeText(size), size);
    form->addRow(tr("V&ersion"), format_);
    form->addRow(tr("Co&dec"), encoder_);
    form->addRow(tr("Leve&l"), level_);
    form->addRow(tr("Block si&ze"), blockSize_);
    connect(format_, &QComboBox::currentIndexChanged, this, &BuildChoices::takeFormat);
    connect(encoder_, &QComboBox::currentIndexChanged, this, &BuildChoices::takeEncoder);
    connect(level_, &QSpinBox::valueChanged, this, &BuildChoices::optionsChanged);
    connect(blockSize_, &QComboBox::currentIndexChanged, this, &BuildChoices::optionsChanged);
    resetCustom();
    box->hide();
    return box;
}

QWidget *BuildChoices::makeMore() {
    auto *box = new QWidget;
    QFormLayout *form = indentedForm(box);
    keepGoing_->setToolTip(tr("Zeros stand in place of what is lost, and the result lists it."));
    split_->addItem(tr("in one file"), QVariant::fromValue<qulonglong>(0));
    split_->addItem(tr("in parts below 650 MiB"), QVariant::fromValue<qulonglong>(650 * mebibyte));
    split_->addItem(tr("in parts below 700 MiB"), QVariant::fromValue<qulonglong>(700 * mebibyte));
    split_->addItem(tr("in parts below 2 GiB"), QVariant::fromValue<qulonglong>(2048 * mebibyte));
    split_->addItem(tr("in parts below 4 GiB (FAT32)"), QVariant::fromValue<qulonglong>(4096 * mebibyte));
    cluster_->setToolTip(tr("While it is built, a line is shown to be typed on each of them. It pays with Smaller and Smallest."));
    threads_->setRange(1, 1024);
    resetMore();
    form->addRow(verify_);
    form->addRow(sum_);
    form->addRow(keepGoing_);
    form->addRow(tr("S&plit"), split_);
    form->addRow(tr("Th&reads"), threads_);
    form->addRow(cluster_);
    form->setRowVisible(cluster_, ClusterUse::isPossible());
    form->addRow(ofSource_);
    // One sum is that of one file.
    connect(split_, &QComboBox::currentIndexChanged, sum_, [this] {
        const bool isSplit = split_->currentData().toULongLong() != 0;
        sum_->setEnabled(!isSplit);
        output_->setSplit(isSplit);
    });
    connect(sum_, &QCheckBox::toggled, output_, &OutputChoice::setSum);
    connect(threads_, &QSpinBox::valueChanged, this, &BuildChoices::optionsChanged);
    connect(verify_, &QCheckBox::toggled, this, &BuildChoices::optionsChanged);
    connect(ofSource_, &SourceChoices::filterChanged, this, &BuildChoices::optionsChanged);
    return box;
}

void BuildChoices::takeFormat() {
    const auto format = static_cast<ImageFormat>(format_->currentData().toInt());
    const QVariant before = encoder_->currentData();
    {
        const QSignalBlocker blocker(encoder_);
        encoder_->clear();
        for (const EncoderInfo &info : all_encoders())
            if (info.make && fits(info, is_for_all_versions(format))) encoder_->addItem(encoderName(info), static_cast<int>(info.id));
        encoder_->setCurrentIndex(std::max(0, encoder_->findData(before)));
    }
    takeEncoder();
}

void BuildChoices::takeEncoder() {
    const EncoderInfo &info = encoder_info(static_cast<EncoderId>(encoder_->currentData().toInt()));
    {
        const QSignalBlocker blocker(level_);
        level_->setRange(info.lowest_level, info.highest_level);
        level_->setValue(info.default_level);
        level_->setEnabled(info.lowest_level < info.highest_level);
    }
    emit optionsChanged();
}

void BuildChoices::resetCustom() {
    format_->setCurrentIndex(0);
    takeFormat();
    encoder_->setCurrentIndex(0);
    takeEncoder();
    blockSize_->setCurrentIndex(blockSize_->findData(65536u));
}

void BuildChoices::resetMore() {
    verify_->setChecked(true);
    sum_->setChecked(false);
    keepGoing_->setChecked(false);
    split_->setCurrentIndex(0);
    threads_->setValue(QThread::idealThreadCount());
    cluster_->setChecked(false);
}

void BuildChoices::setSource(const QString &title, const QString &where, const char *icon, SourceKind kind, const QString &path) {
    icon_->setIcon(icon);
    title_->setText(breakable(title));
    folder_ = breakable(pathText(where));
    where_->setText(folder_);
    setPreset(0);
    resetCustom();
    more_->setChecked(false);
    resetMore();
    ofSource_->setKind(kind);
    boot_->setSource(encodedPath(path), kind);
    output_->setSourceFolder(kind == SourceKind::folder ? path : QString());
    clearEstimates();
}

/// A disc has a file system and a place for its image of its own, and is one file.
void BuildChoices::takeBootable(bool isBootable) {
    split_->setCurrentIndex(0);
    for (QWidget *choice : std::initializer_list<QWidget *>{split_, ofSource_->filesystemBox(), cluster_}) choice->setDisabled(isBootable);
    takeNeeded();
    output_->setSuffix(isBootable ? QStringLiteral(".iso") : QStringLiteral(".cloop"));
}

void BuildChoices::setContentSize(std::uint64_t bytes) {
    where_->setText(tr("%1 · %2", "a folder, and how large what is built from is").arg(folder_, sizeText(bytes)));
}

int BuildChoices::preset() const { return presets_->checkedId(); }
void BuildChoices::setPreset(int number) { presets_->button(number)->setChecked(true); }
QString BuildChoices::output() const { return output_->path(); }
void BuildChoices::setOutput(const QString &path) { output_->setPath(path); }
unsigned BuildChoices::threads() const { return static_cast<unsigned>(threads_->value()); }

CreateOptions BuildChoices::customOptions() const {
    const auto format = static_cast<ImageFormat>(format_->currentData().toInt());
    return {.format = format,
            .encoding = {static_cast<EncoderId>(encoder_->currentData().toInt()), level_->value(), is_for_all_versions(format)},
            .block_size = blockSize_->currentData().toUInt()};
}

std::vector<CreateOptions> BuildChoices::options() const {
    std::vector<CreateOptions> all;
    for (const Preset &one : presets) all.push_back({.format = one.format, .encoding = one.encoding});
    if (preset() == custom) all.push_back(customOptions());
    for (CreateOptions &one : all) {
        one.threads = threads();
        one.verify = verify_->isChecked();
        one.want_sha256 = true;
    }
    return all;
}

BuildTask BuildChoices::task() const {
    BuildRequest build{.output = encodedPath(output()),
                       .options = options()[static_cast<std::size_t>(preset())],
                       .filesystem = ofSource_->filesystem(),
                       .label = ofSource_->label(),
                       .owner = ofSource_->owner(),
                       .keep_going = keepGoing_->isChecked()};
    if (const auto bytes = split_->currentData().toULongLong()) build.split = bytes;
    return {.build = std::move(build),
            .writeSum = sum_->isChecked() && sum_->isEnabled(),
            .patterns = ofSource_->patterns(),
            .usesCluster = cluster_->isChecked() && cluster_->isEnabled(),
            .isBootable = boot_->isChosen(),
            .verifyShare = verifyShares_[static_cast<std::size_t>(preset())]};
}

void BuildChoices::clearEstimates() {
    for (QLabel *label : estimates_) label->clear();
    likely_ = {};
    verifyShares_.fill(usualVerifyShare);
    rough_ = {};
    takeNeeded();
}

void BuildChoices::beginEstimates() {
    clearEstimates();
    for (std::size_t choice = 0; choice < options().size(); ++choice) estimates_[static_cast<qsizetype>(choice)]->setText(tr("estimating…"));
}

void BuildChoices::showEstimate(std::size_t choice, const Estimate &estimate) {
    const bool isRough = estimate.high - estimate.low >= estimate.high / 3 && !estimate.is_close();
    // Once shown, it stays: what comes later is better.
    if (isRough && likely_[choice] == 0) rough_[choice] = estimate;
    else sayEstimate(choice, estimate);
}

void BuildChoices::endEstimates() {
    for (std::size_t choice = 0; choice < rough_.size(); ++choice)
        if (rough_[choice]) sayEstimate(choice, *rough_[choice]);
}

void BuildChoices::sayEstimate(std::size_t choice, const Estimate &estimate) {
    rough_[choice].reset();
    likely_[choice] = estimate.image_size;
    const double building = estimate.seconds - estimate.verify_seconds;
    if (building > 0 && estimate.verify_seconds > 0) verifyShares_[choice] = estimate.verify_seconds / building;
    const QString size = estimate.is_close() ? sizeText(estimate.image_size) : tr("%1 to %2").arg(sizeText(estimate.low), sizeText(estimate.high));
    estimates_[static_cast<qsizetype>(choice)]->setText(tr("%1\n%2").arg(size, aboutText(estimate.seconds)));
    takeNeeded();
}

/// A disc is made beside its image, and has kernel and initrd too.
void BuildChoices::takeNeeded() {
    constexpr std::uint64_t rest = 24 * mebibyte;
    const std::uint64_t image = likelySize();
    output_->setNeeded(boot_->isChosen() && image > 0 ? 2 * image + rest : image);
}

void BuildChoices::setCustom(ImageFormat format, EncoderId encoder, int level, std::uint32_t blockSize) {
    setPreset(custom);
    format_->setCurrentIndex(format_->findData(static_cast<int>(format)));
    encoder_->setCurrentIndex(encoder_->findData(static_cast<int>(encoder)));
    level_->setValue(level);
    blockSize_->setCurrentIndex(blockSize_->findData(blockSize));
}

void BuildChoices::setSplit(std::uint64_t bytes) {
    if (split_->findData(QVariant::fromValue<qulonglong>(bytes)) < 0)
        split_->addItem(tr("in parts below %1").arg(sizeText(bytes)), QVariant::fromValue<qulonglong>(bytes));
    split_->setCurrentIndex(split_->findData(QVariant::fromValue<qulonglong>(bytes)));
}

void BuildChoices::setUsesCluster(bool uses) { cluster_->setChecked(uses); }

/// A wheel that scrolls the page changes no choice on its way.
bool BuildChoices::eventFilter(QObject *watched, QEvent *event) {
    const auto *choice = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || !choice || choice->hasFocus()) return false;
    event->ignore();
    return true;
}

} // namespace cloop::desktop
