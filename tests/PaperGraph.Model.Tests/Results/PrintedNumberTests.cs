using System.Globalization;

namespace PaperGraph.Model.Results;

public sealed class PrintedNumberTests
{
    [Theory]
    [InlineData("84.3", 84.3), InlineData("84.3%", 84.3), InlineData("84,3", 84.3), InlineData("0,843", 0.843), InlineData("1,020", 1020)]
    [InlineData("1,234,567.5", 1_234_567.5), InlineData("1.2M", 1_200_000), InlineData("12.5k", 12_500), InlineData("1.5B", 1.5e9)]
    [InlineData("35 M", 35e6), InlineData("220k", 220_000), InlineData("3.0m", 3e6), InlineData("84.3 ± 0.2", 84.3)]
    [InlineData("0.8428±0.0014", 0.8428), InlineData("84.3 +/- 0.2", 84.3), InlineData("70.14 (measured by us)", 70.14)]
    [InlineData("84.3 (0.2)", 84.3), InlineData("91.1*", 91.1), InlineData("-3.5", -3.5), InlineData("−3.5", -3.5), InlineData("+2", 2)]
    [InlineData("3e-4", 0.0003), InlineData("1.5E+3", 1500), InlineData(".5", 0.5), InlineData(" 7 ", 7), InlineData("~7", 7)]
    [InlineData("-0", 0), InlineData("84,3 %", 84.3), InlineData("12", 12)]
    public void A_number_is_read_however_it_is_printed(string printed, double number) => PrintedNumber.Parse(printed).ShouldBe(number);

    [Theory]
    [InlineData("80.4/85.9"), InlineData("91.6/91.1*"), InlineData("(14.62 10.86)"), InlineData("10-20"), InlineData("10–20")]
    [InlineData(""), InlineData("many"), InlineData("-"), InlineData("1,2,3"), InlineData("1.2.3"), InlineData("12 ms"), InlineData("12a")]
    [InlineData("a12"), InlineData("NaN"), InlineData("∞"), InlineData("1e999"), InlineData("1,23,456")]
    [InlineData("84.3 | 85"), InlineData("84.3 (a) (b)")]
    public void What_prints_no_number_or_several_is_none(string printed) => PrintedNumber.Parse(printed).ShouldBeNull();

    [Theory]
    [InlineData("", true), InlineData("-", true), InlineData("--*", true), InlineData("n/a", true), InlineData("N/A", true)]
    [InlineData("—", true), InlineData("None", true), InlineData("0", false), InlineData("-1", false), InlineData("nano", false)]
    public void A_dash_is_no_value(string printed, bool isMissing) => PrintedNumber.IsMissing(printed).ShouldBe(isMissing);

    [Fact]
    public void A_number_is_read_as_it_was_written_whatever_stands_around_it()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var number = Math.Round((random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-3, 7)), random.Next(5));
            var text = number.ToString("0.#####", CultureInfo.InvariantCulture);
            var grouped = number.ToString("#,##0.#####", CultureInfo.InvariantCulture);
            string[] printed =
                [text, text + "%", $"{text} ± 0.1", $"{text} (ours)", text + "*", $" {text} ", Math.Abs(number) >= 1 ? grouped : text];
            var one = printed[random.Next(printed.Length)];
            PrintedNumber.Parse(one).ShouldBe(number + 0.0, one);
        }
    }

    [Fact]
    public void No_text_is_too_much()
    {
        var random = new Random(8);
        const string Letters = "0123456789.,-+±%kMe ()/*∞−\u0000x";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 24)).Select(_ => Letters[random.Next(Letters.Length)]));
            if (PrintedNumber.Parse(text) is { } number) double.IsFinite(number).ShouldBeTrue(text);
        }
        PrintedNumber.Parse(new string('9', 600)).ShouldBeNull();
        PrintedNumber.Parse(new string('1', 300) + " ± " + new string('1', 300) + "x").ShouldBeNull();
    }
}
