using System.Globalization;
using FsCheck.Fluent;
using NodaTime;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

/// <summary>What is read from characters alone is what the columns read, to the last digit; the rest is left to them.</summary>
public sealed class PlainCellsTests
{
    private static readonly CsvFormat Format = new(CsvText.Options);

    [Fact]
    public void A_date_is_that_of_the_column_or_left_to_it() => Law.Holds(
        from year in Gen.Elements("2026", "2024", "0001", "0000", "9999", "-001", "26")
        from month in Gen.Choose(0, 13)
        from day in Gen.Choose(0, 32)
        from mark in Gen.Elements("-", "-", "-", "/")
        select $"{year}{mark}{month:00}{mark}{day:00}",
        cell =>
        {
            bool isRead = PlainCells.TryDate(cell, out LocalDate date);
            return !isRead || (Format.Dates.Parse(cell).TryGetValue(default, out LocalDate expected) && date == expected);
        },
        cases: 2000);

    [Fact]
    public void A_number_is_that_of_the_column_or_left_to_it() => Law.Holds(
        from culture in Gen.Elements("", "de-DE", "fr-FR", "hi-IN")
        from characters in Gen.Elements("0", "1", "9", "12", "000", ".", ",", "-", "+", " ", "e", "123456789").ArrayOf()
        select (culture, cell: string.Concat(characters)),
        c =>
        {
            NumberFormatInfo numbers = CultureInfo.GetCultureInfo(c.culture).NumberFormat;
            if (!PlainCells.TryNumber(c.cell, numbers, out decimal number)) return true;
            return CsvNumber.TryParse(c.cell, numbers, out decimal expected) && decimal.GetBits(number).SequenceEqual(decimal.GetBits(expected));
        },
        cases: 5000);

    [Theory]
    [InlineData("2026-02-28")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_usual_dates_are_read(string cell) => Assert.True(PlainCells.TryDate(cell, out _));

    [Theory]
    [InlineData("0")]
    [InlineData("12.50")]
    [InlineData("999999999999999999")]
    [InlineData("9999999999999999.99")]
    public void The_usual_numbers_are_read(string cell) => Assert.True(PlainCells.TryNumber(cell, CultureInfo.InvariantCulture.NumberFormat, out _));
}
