// SPDX-License-Identifier: GPL-3.0-or-later
// Build options: a preset or custom choice, and the output.

#pragma once

#include "job/estimate.h"
#include "jobs/build_task.h"
#include "source/open_stream.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QGridLayout;

namespace cloop::desktop {

class SourceChoices;

class BuildChoices final : public QWidget {
    Q_OBJECT

public:
    static constexpr int custom = 3;  ///< number after the presets

    explicit BuildChoices(QWidget *parent = nullptr);

    /// `title` and `where`: to show.
    void setSource(const QString &title, const QString &where, SourceKind kind);
    void setContentSize(std::optional<std::uint64_t> bytes);  ///< none: unknown

    int preset() const;
    void setPreset(int number);

    QString output() const;
    void setOutput(const QString &path);

    /// For each choice: the presets, then the custom one.
    std::vector<CreateOptions> options() const;

    /// The chosen build, without its source.
    BuildTask task() const;

    SourceChoices *ofSource() const { return ofSource_; }

    void clearEstimates();
    void showEstimate(std::size_t choice, const Estimate &estimate);

    /// Estimated bytes of the image for the current choice; 0: not known yet.
    std::uint64_t likelySize() const { return likely_[static_cast<std::size_t>(preset())]; }

    /// Selects the custom choice.
    void setCustom(ImageFormat format, EncoderId encoder, int level, std::uint32_t blockSize);
    void setSplit(std::uint64_t bytes);

signals:
    void optionsChanged();  ///< the estimates are out of date
    void outputChanged();

private:
    void addPreset(QGridLayout *grid, int number, const QString &name, const QString &meaning);
    QWidget *makeCustom();
    QWidget *makeMore();
    void takeFormat();
    void takeEncoder();
    CreateOptions customOptions() const;
    unsigned threads() const;

    QLabel *source_;
    QLabel *size_;
    QButtonGroup *presets_;
    QList<QLabel *> estimates_;
    std::array<std::uint64_t, custom + 1> likely_{};
    QWidget *custom_;
    QComboBox *format_;
    QComboBox *encoder_;
    QSpinBox *level_;
    QComboBox *blockSize_;
    QLineEdit *output_;
    QCheckBox *verify_;
    QCheckBox *sum_;
    QCheckBox *keepGoing_;
    QComboBox *split_;
    SourceChoices *ofSource_;
    QSpinBox *threads_;
};

} // namespace cloop::desktop
