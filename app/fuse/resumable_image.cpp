// SPDX-License-Identifier: GPL-3.0-or-later
#include "resumable_image.h"

#include "base/unique_fd.h"
#include "file/image_name.h"
#include "image/block_encoders.h"
#include "job/open_image.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <fstream>

namespace cloop::fuse {

namespace {

constexpr std::chrono::seconds patience{4};
constexpr std::chrono::milliseconds look_every{500};

/// The file that is opened for an image.
std::string file_of(const std::string &image) {
    const auto files = ImageName::of(image).files();
    return files.empty() ? image : files.front();
}

/// The kernel's number of the disc that `path` is or lies on: another one for each disc put in. 0 if unknown, none if it can't be opened.
std::optional<std::uint64_t> disc_number(const std::string &path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    // Only for a drive: without O_NONBLOCK the kernel looks for a disc.
    const int flags = O_RDONLY | O_CLOEXEC | (S_ISBLK(status.st_mode) ? 0 : O_NONBLOCK);
    if (const UniqueFd fd(::open(path.c_str(), flags)); !fd) return std::nullopt;
    const dev_t device = S_ISBLK(status.st_mode) ? status.st_rdev : status.st_dev;
    const std::string folder = "/sys/dev/block/" + std::to_string(major(device)) + ":" + std::to_string(minor(device));
    std::uint64_t number = 0;
    for (const char *place : {"/diskseq", "/../diskseq"})  // of a partition: that of its disc
        if (std::ifstream(folder + place) >> number) return number;
    return 0;
}

/// The hash of a raw block; none if it can't be read.
std::optional<std::uint64_t> hash_of(const ImageReader &image, std::size_t block) {
    std::vector<std::byte> raw(image.block_size());
    BlockScratch scratch;
    if (!image.read_block(block, raw, scratch)) return std::nullopt;
    return hash_block(raw);
}

bool have_equal_entries(const BlockIndex &a, const BlockIndex &b) {
    if (a.size() != b.size() || a.known_size() != b.known_size()) return false;
    for (std::size_t block = 0; block < a.known_size(); ++block) {
        if (a.defect(block) != b.defect(block)) return false;
        if (a.defect(block) == Defect::none && a[block] != b[block]) return false;
    }
    return true;
}

} // namespace

Result<std::shared_ptr<ResumableImage>> ResumableImage::open(const std::string &name, const Options &options, const std::stop_token &stop) {
    CLOOP_LET(reader, open_image(name, options.image, stop));
    return std::shared_ptr<ResumableImage>(new ResumableImage(name, options, std::move(reader)));
}

ResumableImage::ResumableImage(std::string name, const Options &options, Reader reader)
    : name_(std::move(name)), options_(options), size_(reader->size()), stored_size_(reader->stored_size()), block_size_(reader->block_size()),
      disc_(disc_number(file_of(name_)).value_or(0)), reader_(std::move(reader)) {
    // Few, because a CD takes a tenth of a second for each.
    const std::size_t blocks = reader_->block_count();
    for (const std::size_t block : {std::size_t{0}, blocks / 2, blocks - 1})
        if (blocks > block && (samples_.empty() || samples_.back().first != block))
            if (const auto hash = hash_of(*reader_, block)) samples_.emplace_back(block, *hash);
}

std::uint64_t ResumableImage::lost_until(std::uint64_t offset) const { return (offset / block_size_ + 1) * block_size_; }

void ResumableImage::let_go() {
    Reader reader;
    {
        const std::lock_guard lock(mutex_);
        waits_ = true;
        reader = reader_;
    }
    if (reader) take_away(reader, true);
}

bool ResumableImage::is_away() const {
    const auto number = disc_number(file_of(name_));
    const std::lock_guard lock(mutex_);
    return !number || *number != disc_;
}

void ResumableImage::take_away(const Reader &reader, bool waits) const {
    const std::lock_guard lock(mutex_);
    if (reader_ != reader) return;  // another thread did
    marks_ = {reader->head(), reader->index(), samples_, reader->file_size()};
    waits_ = waits;
    away_since_ = Clock::now();
    reader_.reset();
    search_ = std::jthread([this](const std::stop_token &stop) { look_for_it(stop); });
}

bool ResumableImage::is_same(const ImageReader &found, const Marks &marks) const {
    return found.file_size() == marks.file_size && found.head().version == marks.head.version && found.block_size() == marks.head.block_size &&
           found.size() == size_ && have_equal_entries(found.index(), marks.index) &&
           std::ranges::all_of(marks.samples, [&](const auto &sample) { return hash_of(found, sample.first) == sample.second; });
}

void ResumableImage::look_for_it(const std::stop_token &stop) const {
    std::unique_lock lock(mutex_);
    const Marks marks = std::move(marks_);
    std::condition_variable_any pause;
    while (!stop.stop_requested()) {
        lock.unlock();
        Reader found;
        const auto number = disc_number(file_of(name_));
        if (number)
            if (auto image = open_image(name_, options_.image, stop); image && is_same(**image, marks)) found = std::move(*image);
        lock.lock();
        if (found) {
            reader_ = std::move(found);
            disc_ = *number;
            waits_ = false;
            back_.notify_all();
            return;
        }
        pause.wait_for(lock, stop, look_every, [] { return false; });
    }
}

Result<ResumableImage::Reader> ResumableImage::reader() const {
    std::unique_lock lock(mutex_);
    while (!reader_) {
        if (!waits_ && Clock::now() - away_since_ >= patience) return fail(ErrorCode::image_away, name_);
        if (options_.has_given_up && options_.has_given_up()) return fail(ErrorCode::cancelled, name_);
        back_.wait_for(lock, std::chrono::milliseconds(200));
    }
    return reader_;
}

Result<std::size_t> ResumableImage::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    while (true) {
        auto reader = this->reader();
        if (!reader) return std::unexpected(std::move(reader).error());
        auto read = (*reader)->read_at(offset, out);
        if (read || read.error().code != ErrorCode::block_unreadable || !is_away()) return read;
        take_away(*reader, false);
    }
}

} // namespace cloop::fuse
