using System.Globalization;
using Npgsql;
using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Paging;

/// <summary>
/// One term of a list's total order. Its expression is never null (what is unknown is replaced by the end of the type's
/// range, so that it comes last), which lets a page begin by one comparison of rows.
/// </summary>
internal abstract class OrderTerm(string name, RawSql expression, bool descending)
{
    /// <summary>The term's name in a cursor.</summary>
    public string Name => name;

    public RawSql Expression => expression;

    public bool Descending => descending;

    public abstract string Read(NpgsqlDataReader row, int column);

    /// <summary>Appends a cursor's value as a parameter; false when it is not of the term's type.</summary>
    public abstract bool TryParameter(string value, out SqlFragment parameter);

    public static OrderTerm Create<T>(string name, string expression, bool descending) where T : ISpanParsable<T> =>
        new Typed<T>(name, new RawSql(expression), descending);

    private sealed class Typed<T>(string name, RawSql expression, bool descending) : OrderTerm(name, expression, descending)
        where T : ISpanParsable<T>
    {
        public override string Read(NpgsqlDataReader row, int column) => row.GetFieldValue<T>(column) switch
        {
            string text => text,
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => throw new InvalidOperationException($"{other} has no place in a cursor."),
        };

        public override bool TryParameter(string value, out SqlFragment parameter)
        {
            var parsed = T.TryParse(value, CultureInfo.InvariantCulture, out var known);
            if (known is DateTime moment) known = (T)(object)moment.ToUniversalTime();
            parameter = sql => sql.AppendParameter(known!);
            return parsed && (known is not string text || TextArgument.IsUnicodeWithoutNul(text));
        }
    }
}
