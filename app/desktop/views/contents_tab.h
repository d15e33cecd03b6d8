// SPDX-License-Identifier: GPL-3.0-or-later
// The files inside an image: found, looked into, brought out.

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

    /// `without`: why there is none, where it is null.
    void setArchive(std::shared_ptr<const ImageArchive> archive, const QString &without = {});
    void setFacts(std::vector<NodeFacts> facts);

    /// Shows it in the tree, and chooses it.
    void choose(NodeId node);
    std::vector<NodeId> chosen() const;

    ContentsModel *model() const { return model_; }

signals:
    void chosenChanged();
    void extractWanted(cloop::desktop::ContentsTab::Target target);
    void previewWanted(cloop::NodeId node);
    void openWanted(cloop::NodeId node);  ///< a file inside, as an image

private:
    /// What is wanted, with the folders above and, of a folder that is wanted, all below.
    class Filter final : public QSortFilterProxyModel {
    public:
        using QSortFilterProxyModel::QSortFilterProxyModel;

        /// By node; empty: all.
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
