namespace PaperGraph.GraphQL.Execution;

/// <summary>Boxes that are shared, for the values that make up most columns of numbers and flags.</summary>
internal static class Boxes
{
    private const int Min = -1;
    private const int Max = 256;

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Integers = [.. Enumerable.Range(Min, Max - Min + 1).Select(number => (object)number)];

    public static object? Box<T>(T value)
    {
        if (typeof(T) == typeof(bool)) return (bool)(object)value! ? True : False;
        if (typeof(T) == typeof(int))
        {
            var number = (int)(object)value!;
            return number is >= Min and <= Max ? Integers[number - Min] : number;
        }
        return value;
    }
}
