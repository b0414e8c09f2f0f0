namespace GateDsl.Wheels;

/// <summary>A setting that is missing or cannot be used.</summary>
/// <param name="message">What is wrong, and what would be right.</param>
internal sealed class SettingException(string message) : Exception(message);
