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
class QSpinBox;
class QGridLayout;
class QToolButton;

namespace cloop::desktop {

class BootChoice;
class IconLabel;
class OutputChoice;
class SourceChoices;

class BuildChoices final : public QWidget {
    Q_OBJECT

public:
    static constexpr int custom = 3;  ///< number after the presets

    explicit BuildChoices(QWidget *parent = nullptr);

    /// `title`, `where` and the icon are shown; `path`: what becomes the image. What was chosen for one source is not
    /// carried to the next.
    void setSource(const QString &title, const QString &where, const char *icon, SourceKind kind, const QString &path);
    void setContentSize(std::uint64_t bytes);

    int preset() const;
    void setPreset(int number);

    OutputChoice *place() const { return output_; }
    QString output() const;
    void setOutput(const QString &path);

    /// For each choice: the presets, then the custom one.
    std::vector<CreateOptions> options() const;

    /// The chosen build, without its source.
    BuildTask task() const;

    SourceChoices *ofSource() const { return ofSource_; }
    BootChoice *boot() const { return boot_; }

    /// "estimating…" for each that is asked for.
    void beginEstimates();
    void clearEstimates();

    /// Shown as soon as it is not too rough.
    void showEstimate(std::size_t choice, const Estimate &estimate);

    /// No better ones will come: those that are rough are shown too.
    void endEstimates();

    /// Bytes of the image by the estimate of what is chosen; 0 before one is shown.
    std::uint64_t likelySize() const { return likely_[static_cast<std::size_t>(preset())]; }

    /// Selects the custom choice.
    void setCustom(ImageFormat format, EncoderId encoder, int level, std::uint32_t blockSize);
    void setSplit(std::uint64_t bytes);
    void setUsesCluster(bool uses);

signals:
    void optionsChanged();  ///< the estimates are out of date
    void outputChanged();
    void startWanted();  ///< with Enter in the name of the output
    void unfolded(QWidget *head, QWidget *part);  ///< `part` was opened below `head`, and is to be seen

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPreset(QGridLayout *grid, int number, const QString &name, const QString &meaning);
    QWidget *makeCustom();
    QWidget *makeMore();
    void resetCustom();
    void resetMore();
    void sayEstimate(std::size_t choice, const Estimate &estimate);
    void takeNeeded();
    void takeBootable(bool isBootable);
    void takeFormat();
    void takeEncoder();
    CreateOptions customOptions() const;
    unsigned threads() const;

    IconLabel *icon_;
    QLabel *title_;
    QLabel *where_;
    QString folder_;  ///< that the source lies in, as it is shown
    QButtonGroup *presets_;
    QToolButton *more_;
    QList<QLabel *> estimates_;
    std::array<std::uint64_t, custom + 1> likely_{};
    std::array<double, custom + 1> verifyShares_{};  ///< seconds of reading back for each one of building
    std::array<std::optional<Estimate>, custom + 1> rough_{};  ///< not shown yet
    QWidget *custom_;
    QComboBox *format_;
    QComboBox *encoder_;
    QSpinBox *level_;
    QComboBox *blockSize_;
    BootChoice *boot_;
    OutputChoice *output_;
    QCheckBox *verify_;
    QCheckBox *sum_;
    QCheckBox *keepGoing_;
    QCheckBox *cluster_;
    QComboBox *split_;
    SourceChoices *ofSource_;
    QSpinBox *threads_;
};

} // namespace cloop::desktop
