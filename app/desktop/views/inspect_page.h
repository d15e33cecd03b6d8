// SPDX-License-Identifier: GPL-3.0-or-later
// An image that is open: its head with what can be done, and below one of four views of it, with details beside.

#pragma once

#include "jobs/scan_job.h"
#include "models/opened_image.h"
#include "models/scan_report.h"
#include "views/damage_view.h"
#include "views/extract_task.h"
#include "views/files_view.h"
#include "views/map_painter.h"

#include <QElapsedTimer>
#include <QWidget>

class QButtonGroup;
class QSplitter;
class QStackedWidget;

namespace cloop::desktop {

class BlocksView;
class DetailsPane;
class ImageHeader;
class JobStrip;
class MapPanel;
class MapView;

class InspectPage final : public QWidget {
    Q_OBJECT

public:
    explicit InspectPage(JobQueue &queue, QWidget *parent = nullptr);
    ~InspectPage() override;

    /// Shows the image: its damage where some is known, else the view that was chosen last. Stops the check of another one.
    void show(OpenedImage opened);

    /// Shows no image any more.
    void close();

    const OpenedImage &opened() const { return opened_; }
    bool isScanning() const { return scan_.isRunning(); }
    const Job *scanJob() const { return scan_.job(); }

    /// Starts a check, or resumes a stopped one.
    void startScan();
    void cancelScan() { scan_.cancel(); }

    /// What else read the whole image just now, and how it found each block.
    void takeRead(const std::vector<BlockState> &states, const std::vector<LostBlocks> &lost);

    /// What an earlier check found, from its map file: the next one leaves out what was sound. Error: as load_map_file(), states_from().
    Status takeUp(const QString &mapFile);

    /// Applies the map file of a copied disc; `offset`: of the image on the disc, if the image is a separate file. Errors: those of load_map_file().
    Status layOver(const QString &mapFile, std::uint64_t offset);

    /// What is known by now of all blocks. Pre: an image is open.
    ScanReport report() const;

    /// What is chosen or found, or all, into a folder or an archive: a job. `replaces`: files that are in the folder already.
    void extract(const QString &target, ExtractTo kind, bool replaces = false);

    /// The files that damage does not touch. Pre: there is a file system.
    void extractWhole(const QString &folder);

    /// The same as extract(), after asking where to.
    void askExtract(ExtractTo kind);

    void askTakeUp();
    void askLayOver();
    void askPicture();
    void showProperties();

    void setScheme(MapScheme scheme);

    MapView *map() const;
    FilesView *files() const { return files_; }
    BlocksView *blocks() const { return blocks_; }
    DamageView *damage() const { return damage_; }
    MapPanel *mapPanel() const { return mapPanel_; }
    DetailsPane *details() const { return details_; }
    ImageHeader *header() const { return header_; }
    void showView(QWidget *view);
    QWidget *shownView() const;
    void focusView();  ///< its list or map

signals:
    void shownChanged();  ///< another image is shown, or none
    void scanEnded();
    void openInsideWanted(const cloop::desktop::OpenedImage &outer, cloop::NodeId node);  ///< a file inside, as an image
    void backWanted();
    void exportWanted();
    void failed(const QString &sentence);
    void succeeded(const QString &sentence);

private:
    void leave();
    void makeViews();
    void connectHeader();
    void connectViews();
    std::vector<BlockState> states() const;
    void setStates(const std::vector<BlockState> &states);
    bool canGoOn() const;
    QString whenChecked() const;
    QString whatIsKnown() const;
    void takeStates();
    void showState();
    void showDetailsAnew();
    void showScope();
    void showBlocks(std::size_t first, std::size_t last);
    void showChosenFiles();
    void lightNodes();
    void probeInside(NodeId node);
    void endScan(const Result<ScanResult> &result);
    void listDamage();
    std::vector<NodeFacts> facts() const;
    std::uint64_t storedIn(const NodeSelection &selection) const;
    QString askMapFile(const QString &title);
    ExtractTask wholeFiles() const;
    void askExtractTo(ExtractTask task);
    void extractTo(ExtractTask task);
    void add(ExtractTask task);
    void askReport(DamageView::Format format);
    void sayFailure(const Error &error);

    JobQueue &queue_;
    OpenedImage opened_;
    std::vector<LostBlocks> causes_;        ///< what the last whole check found
    std::optional<std::size_t> misplaced_;  ///< as in VerifyReport
    std::vector<std::size_t> uncopied_;     ///< blocks that are unreadable by the map of a copied disc alone
    std::vector<LostBlocks> bad_;           ///< what is listed
    QDateTime checkedAt_;                   ///< when the states were found out; null: only the index tells of them
    QElapsedTimer listed_;                  ///< when the list was made last, while a check runs
    qint64 listingTook_ = 0;                ///< ms
    bool isChecking_ = false;               ///< from the start of a check to its end, as the page shows it
    ImageHeader *header_;
    JobStrip *strip_;
    QButtonGroup *views_;
    QStackedWidget *stack_;
    FilesView *files_;
    MapPanel *mapPanel_;
    BlocksView *blocks_;
    DamageView *damage_;
    DetailsPane *details_;
    ScanJob scan_;
    CoreJob probe_;  ///< whether the chosen file is an image
};

} // namespace cloop::desktop
