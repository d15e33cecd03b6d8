// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 files, compatible with sha256sum.

#include "job/sum_file.h"
#include "support/image_builder.h"
#include "support/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cloop;

class SumFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::string file(const QString &name) const { return folder_.filePath(name).toStdString(); }

private slots:
    void what_is_written_sha256sum_checks_and_we_read_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"plain.iso", "with blanks.iso", "back\\slash", "line\nbreak"}) QTest::newRow(name) << name;
    }
    void what_is_written_sha256sum_checks_and_we_read() {
        QFETCH(QString, name);
        QVERIFY(test::write_file(folder_.filePath(name), "some bytes\n"));
        const auto sum = test::run("sha256sum", {folder_.filePath("plain.iso")}).out.left(64).toStdString();
        QVERIFY(write_sum_file(sum_file_beside(file(name)), file(name), sum, Replace::no));
        QCOMPARE(test::run("sha256sum", {"-c", name + ".sha256"}, {}, folder_.path()).status, 0);
        QCOMPARE(read_sum_file(file(name + ".sha256"), file(name)).value(), sum);
    }

    void the_line_of_the_file_is_found_among_others() {
        const QByteArray one(64, 'a'), two(64, 'B');
        QVERIFY(test::write_file(folder_.filePath("SHA256SUMS"), "# a comment\n" + one + "  other.iso\n" + two + " *this.iso\n"));
        QCOMPARE(read_sum_file(file("SHA256SUMS"), file("this.iso")).value(), std::string(64, 'b'));
        // Two sums, none of the named file: ambiguous.
        const auto none = read_sum_file(file("SHA256SUMS"), file("third.iso"));
        QVERIFY(!none && none.error().code == ErrorCode::invalid_sum_file);
        QVERIFY(test::write_file(folder_.filePath("single"), one + "  old name.iso\n"));
        QCOMPARE(read_sum_file(file("single"), file("new name.iso")).value(), one.toStdString());
        QVERIFY(read_sum_file(file("nowhere"), file("this.iso")).error().code == ErrorCode::not_found);
    }

    void a_hash_is_that_of_all_bytes_and_can_be_stopped() {
        const test::Bytes content = test::make_content(3'000'000);
        const test::MemorySource source(content);
        QVERIFY(test::write_file(folder_.filePath("content"), QByteArray(reinterpret_cast<const char *>(content.data()), qsizetype(content.size()))));
        QCOMPARE(hash_source(source, {}, {}).value(), test::run("sha256sum", {folder_.filePath("content")}).out.left(64).toStdString());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(hash_source(source, stop.get_token(), {}).error().code == ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(SumFileTest)
#include "sum_file_test.moc"
