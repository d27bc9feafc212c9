namespace Awards.Web.Platform.Operation;

/// <summary>Collects what is wrong with the settings, so that all of it is said at once.</summary>
public sealed class SettingFaults
{
    private readonly List<string> _faults = [];

    /// <summary>Adds one; values of secrets must not be in the message.</summary>
    public void Add(string setting, string message) => _faults.Add($"{setting}: {message.ReplaceLineEndings(" ")}");

    /// <summary>Reads a section; a value of the wrong form, and with <paramref name="strict"/> a name that does not exist, is a fault.</summary>
    public T Read<T>(IConfiguration configuration, string section, bool strict = true) where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>(binder => binder.ErrorOnUnknownConfiguration = strict) ?? new T();
        }
        catch (InvalidOperationException fault)
        {
            Add(section, $"Ein Wert oder Name passt nicht: {fault.Message}");
            return new T();
        }
    }

    /// <summary>Throws when there is any.</summary>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0) throw new SettingsException(_faults);
    }
}

/// <summary>The settings cannot be used; one line per fault.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>What is wrong, and with which setting.</summary>
    public IReadOnlyList<string> Faults => faults;
}
