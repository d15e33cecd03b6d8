// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_sentence.h"

#include "text/error_texts.h"
#include "text/language.h"
#include "text/quantities.h"
#include "text/value_names.h"

#include <charconv>
#include <string_view>

namespace cloop {

namespace {

/// Of a wrong request, the detail is a sentence, which a room without translations may have made.
std::string words_of(const Error &error) { return error.code == ErrorCode::invalid_option ? tr(error.detail.c_str()) : error.detail; }

std::string detail_of(const Error &error, DetailKind kind) {
    std::uint64_t number = 0;
    const char *end = error.detail.data() + error.detail.size();
    const bool is_number = kind != DetailKind::words && std::from_chars(error.detail.data(), end, number).ptr == end && !error.detail.empty();
    const std::string detail = !is_number ? words_of(error) : kind == DetailKind::bytes ? size_text(number) : number_text(number);
    return error.more == 0 ? detail : filled_in(tr(and_more), detail, number_text(error.more));
}

std::string place_of(const Error &error) {
    std::string where;
    if (!error.subject.empty()) where += error.subject + ": ";
    if (error.block != Error::nowhere) where += filled_in(tr("block %1"), number_text(error.block), {});
    if (error.offset != Error::nowhere) {
        const std::string offset = filled_in(tr("offset %1"), number_text(error.offset), {});
        where += error.block != Error::nowhere ? " (" + offset + ")" : offset;
    }
    if (error.block != Error::nowhere || error.offset != Error::nowhere) where += ": ";
    return where;
}

std::string system_words_of(const Error &error) { return error.sys != 0 ? system_words(error.sys) : ""; }

} // namespace

std::string sentence_alone(const Error &error) {
    const ErrorText &words = text_of(error.code);
    return place_of(error) + filled_in(lowered(tr(words.sentence)), error, detail_of(error, words.detail), system_words_of(error));
}

std::string sentence(const Error &error) {
    const ErrorText &words = text_of(error.code);
    const std::string_view advice = words.advice_of_command ? words.advice_of_command : words.advice;
    if (advice.empty()) return sentence_alone(error);
    return sentence_alone(error) + " " + filled_in(tr(advice.data()), error, detail_of(error, words.detail), system_words_of(error));
}

std::string install_command(const Error &error) {
    const ErrorText &words = text_of(error.code);
    const std::string advice = filled_in(words.advice, error, detail_of(error, words.detail), system_words_of(error));
    const auto begin = advice.find("apt install ");
    return begin == advice.npos ? std::string() : "sudo " + advice.substr(begin, advice.find_last_of('.') - begin);
}

std::string sentence(const HeadCorrection &correction) {
    const bool is_version = correction.field == HeadCorrection::Field::version;
    return filled_in(tr(text_of(correction.field).sentence), correction.stated ? number_text(correction.stated) : "",
                     is_version ? tr(text_of(static_cast<Version>(correction.used))) : number_text(correction.used));
}

} // namespace cloop
