// SPDX-License-Identifier: GPL-3.0-or-later
// The files in an image: search, preview, extraction.

#pragma once

#include "models/contents_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace cloop::desktop {

class ContentsTab final : public QWidget {
    Q_OBJECT

public:
    enum class Target { folder, archive };

    explicit ContentsTab(QWidget *parent = nullptr);

    /// `without`: the reason if `archive` is null.
    void setArchive(std::shared_ptr<const ImageArchive> archive, const QString &without = {});
    void setFacts(std::vector<NodeFacts> facts);

    /// Shows and selects the node in the tree.
    void choose(NodeId node);
    std::vector<NodeId> chosen() const;

    ContentsModel *model() const { return model_; }

signals:
    void chosenChanged();
    void extractWanted(cloop::desktop::ContentsTab::Target target);
    void previewWanted(cloop::NodeId node);
    void openWanted(cloop::NodeId node);  ///< a file to open as an image

private:
    /// Shows matching nodes, their parent folders, and the contents of matching folders.
    class Filter final : public QSortFilterProxyModel {
    public:
        using QSortFilterProxyModel::QSortFilterProxyModel;

        /// Indexed by node; empty: all.
        void setVisible(std::vector<char> visible);

    protected:
        bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

    private:
        std::vector<char> visible_;
    };

    void takeFilter();
    std::vector<char> wanted() const;
    void takeChosen();

    ContentsModel *model_;
    Filter *filter_;
    QLineEdit *find_;
    QCheckBox *onlyDamaged_;
    QTreeView *tree_;
    QLabel *empty_;
    QPushButton *extract_;
    QPushButton *preview_;
    QPushButton *open_;
};

} // namespace cloop::desktop
