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
#include <exception>
#include <fstream>
#include <new>

namespace cloop::fuse {

namespace {

constexpr std::chrono::seconds patience{4};
constexpr std::chrono::milliseconds look_every{500};

/// The file that is opened for an image.
std::string file_of(const std::string &image) {
    const auto files = ImageName::of(image).files();
    return files.empty() ? image : files.front();
}

/// The kernel's number of the disc in a drive, or of the one that a file lies on. 0 if unknown.
std::uint64_t disc_number(dev_t device) {
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

std::optional<ResumableImage::Place> ResumableImage::place_of(const std::string &name) try {
    const std::string path = file_of(name);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    if (!S_ISBLK(status.st_mode)) return Place{status.st_dev, status.st_ino, disc_number(status.st_dev)};
    // Without O_NONBLOCK the kernel looks for a disc.
    if (!UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC))) return std::nullopt;
    return Place{status.st_rdev, status.st_ino, disc_number(status.st_rdev)};
} catch (const std::bad_alloc &) {
    return std::nullopt;
}

Result<std::shared_ptr<ResumableImage>> ResumableImage::open(const std::string &name, const ImageReader::Options &options,
                                                             const std::stop_token &stop) {
    const auto place = place_of(name);
    CLOOP_LET(reader, open_image(name, options, stop));
    return std::shared_ptr<ResumableImage>(new ResumableImage(name, options, place.value_or(Place{}), std::move(reader)));
}

ResumableImage::ResumableImage(std::string name, const ImageReader::Options &options, const Place &place, Reader reader)
    : name_(std::move(name)), options_(options), size_(reader->size()), stored_size_(reader->stored_size()), block_size_(reader->block_size()),
      place_(place), reader_(std::move(reader)) {
    // Few, because a CD takes a tenth of a second for each.
    const std::size_t blocks = reader_->block_count();
    for (const std::size_t block : {std::size_t{0}, blocks / 2, blocks - 1})
        if (blocks > block && (samples_.empty() || samples_.back().first != block))
            if (const auto hash = hash_of(*reader_, block)) samples_.emplace_back(block, *hash);
}

std::uint64_t ResumableImage::lost_until(std::uint64_t offset) const { return (offset / block_size_ + 1) * block_size_; }

void ResumableImage::let_go() {
    const auto place = place_of(name_);
    Reader reader;  // released after the lock
    const std::lock_guard lock(mutex_);
    left_ = place;
    waits_ = true;
    reader = reader_;
    if (reader) take_away();
}

void ResumableImage::take_back() {
    const std::lock_guard lock(mutex_);
    left_.reset();
    pause_.notify_all();
}

bool ResumableImage::is_away() const {
    const auto place = place_of(name_);
    const std::lock_guard lock(mutex_);
    return !place || !place->is_on_disc_of(place_);
}

/// Pre: the lock is held, and reader_ is not null. Throws, and changes nothing, if the system refuses a thread.
void ResumableImage::take_away() const {
    marks_ = {reader_->head(), reader_->index(), samples_, reader_->file_size()};
    // The thread of the last search has released the lock for good: it found the image.
    search_ = std::jthread([this](const std::stop_token &stop) { look_for_it(stop); });
    away_since_ = Clock::now();
    reader_.reset();
}

bool ResumableImage::is_same(const ImageReader &found, const Marks &marks) const {
    return found.file_size() == marks.file_size && found.head().version == marks.head.version && found.block_size() == marks.head.block_size &&
           found.size() == size_ && have_equal_entries(found.index(), marks.index) &&
           std::ranges::all_of(marks.samples, [&](const auto &sample) { return hash_of(found, sample.first) == sample.second; });
}

/// Null if it is not there.
ResumableImage::Reader ResumableImage::open_same(const Marks &marks, const std::stop_token &stop) const try {
    auto image = open_image(name_, options_, stop);
    return image && is_same(**image, marks) ? std::move(*image) : nullptr;
} catch (const std::bad_alloc &) {
    return nullptr;
}

void ResumableImage::look_for_it(const std::stop_token &stop) const {
    std::unique_lock lock(mutex_);
    const Marks marks = std::move(marks_);
    while (!stop.stop_requested()) {
        lock.unlock();
        const auto place = place_of(name_);
        lock.lock();
        if (left_ != place) left_.reset();
        if (place && !left_) {
            lock.unlock();
            auto found = open_same(marks, stop);
            lock.lock();
            if (found && !left_) {
                reader_ = std::move(found);
                place_ = *place;
                waits_ = false;
                return;
            }
        }
        pause_.wait_for(lock, stop, look_every, [] { return false; });
    }
}

Result<ResumableImage::Reader> ResumableImage::reader() const {
    const std::lock_guard lock(mutex_);
    if (reader_) return reader_;
    const bool may_wait = waits_ || Clock::now() - away_since_ < patience;
    return fail(may_wait ? ErrorCode::image_away : ErrorCode::read_failed, name_);
}

Result<std::size_t> ResumableImage::read_at(std::uint64_t offset, std::span<std::byte> out) const try {
    while (true) {
        auto reader = this->reader();
        if (!reader) return std::unexpected(std::move(reader).error());
        auto read = (*reader)->read_at(offset, out);
        if (read || read.error().code != ErrorCode::block_unreadable || !is_away()) return read;
        const std::lock_guard lock(mutex_);
        if (reader_ == *reader) take_away();  // else another thread did
    }
} catch (const std::exception &) {
    return fail(ErrorCode::out_of_memory, name_);
}

} // namespace cloop::fuse
