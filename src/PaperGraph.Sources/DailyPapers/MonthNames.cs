using System.Collections.Frozen;
using System.Globalization;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Names of the months as browsers print or translate them, with their abbreviations. A name that is one month in one
/// language and another in the next (“listopada” is November in Polish and October in Croatian) is left out.
/// </summary>
internal static class MonthNames
{
    // The languages are English, German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian, Polish, Czech, Turkish,
    // Indonesian, Russian, Ukrainian, Greek and Arabic.
    private static readonly string[] Names =
    [
        """
        jan january jänner januar janv janvier ene enero janeiro gen gennaio januari sty stycznia styczeń led ledna leden oca ocak
        янв января январь січ січня ιαν ιανουαρίου يناير
        """,
        """
        feb february februar févr fevr février fevrier febrero fev fevereiro febbraio februari lut lutego luty úno února únor şub şubat
        фев февр февраля февраль лют лютого φεβ φεβρουαρίου فبراير
        """,
        """
        mar march märz mär mrz maerz mars marzo março marco mrt maart marca marzec bře března březen mart maret
        мар марта март бер березня μαρ μαρτίου مارس
        """,
        """
        apr april avr avril abr abril aprile kwi kwietnia kwiecień dub dubna duben nis nisan
        апр апреля апрель кві квітня απρ απριλίου أبريل ابريل
        """,
        """
        may mai mayo maio mag maggio mei maj maja kvě května květen mayıs
        мая май тра травня μαΐ μαΐου مايو
        """,
        """
        jun june juni juin junio junho giu giugno cze czerwca czerwiec čvn června červen haz haziran
        июн июня июнь чер червня ιουν ιουνίου يونيو
        """,
        """
        jul july juli juil juillet julio julho lug luglio lipca lipiec čvc července červenec tem temmuz
        июл июля июль липня ιουλ ιουλίου يوليو
        """,
        """
        aug august août aout ago agosto augustus augusti sie sierpnia sierpień srpna ağu ağustos agu agustus
        авг августа август сер серпня αυγ αυγούστου أغسطس
        """,
        """
        sep sept september septembre septiembre setiembre set setembro settembre wrz września wrzesień zář září eyl eylül
        сен сент сентября сентябрь вер вересня σεπ σεπτεμβρίου سبتمبر
        """,
        """
        oct october okt oktober octobre octubre out outubro ott ottobre paź października październik říj října říjen eki ekim
        окт октября октябрь жов жовтня οκτ οκτωβρίου أكتوبر
        """,
        """
        nov november novembre noviembre novembro kas kasım
        ноя нояб ноября ноябрь νοε νοεμβρίου نوفمبر
        """,
        """
        dec december dez dezember déc decembre décembre dic diciembre dezembro dicembre gru grudnia grudzień pro prosince prosinec
        ara aralık des desember
        дек декабря декабрь гру грудня δεκ δεκεμβρίου ديسمبر
        """,
    ];

    private static readonly FrozenDictionary<string, int> Months = Names
        .SelectMany((names, index) => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(name => (name, month: index + 1)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.month, StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a month, from 1; null for a name that is no month, or not always the same one.</summary>
    public static int? Find(ReadOnlySpan<char> name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.TrimEnd('.'), out var month) ? month
        : null;
}
