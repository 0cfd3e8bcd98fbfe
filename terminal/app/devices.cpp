#include "terminal/app/devices.hpp"

#include "terminal/platform/window.hpp"
#include "terminal/printer/raster.hpp"

namespace isoloir::app {
namespace {

std::optional<booth::Answer> answer_of(const card::Event& event)
{
    if (const auto* inserted = std::get_if<card::CardInserted>(&event)) return booth::CardIn{inserted->voter.canonical()};
    if (std::holds_alternative<card::CardUnreadable>(event)) return booth::CardUnreadable{};
    if (std::holds_alternative<card::CardRemoved>(event)) return booth::CardOut{};
    return std::nullopt;
}

}  // namespace

Devices::Devices(const Clock& clock, const std::filesystem::path& printer, ui::TextEngine& text, ui::Images& images)
    : text_(text), images_(images), printer_(printer, platform::wake), card_reader_(clock, platform::wake)
{
}

std::vector<booth::Answer> Devices::poll()
{
    std::vector<booth::Answer> answers;
    while (const auto event = card_reader_.poll()) {
        if (std::holds_alternative<card::ReaderBack>(*event)) card_reader_there_ = true;
        if (std::holds_alternative<card::ReaderGone>(*event)) card_reader_there_ = false;
        if (auto answer = answer_of(*event)) answers.push_back(*std::move(answer));
    }
    if (const auto printed = printer_.answer()) {
        printed_well_ = *printed;
        answers.push_back(booth::Printed{*printed});
    }
    return answers;
}

void Devices::print(ui::Node slip)
{
    printer_.print(printer::to_escpos(printer::draw_slip(std::move(slip), text_, images_)));
}

}  // namespace isoloir::app
