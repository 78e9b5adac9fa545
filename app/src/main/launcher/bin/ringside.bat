@echo off
rem Starts Ringside: without arguments the window, with arguments the command line.
rem   JAVA_HOME           the Java to use (17 or newer); otherwise the java on the PATH
rem   RINGSIDE_JAVA_OPTS  further options for Java, separated by blanks
setlocal
set "HOME_FOLDER=%~dp0.."
if not exist "%HOME_FOLDER%\lib\ringside.jar" (
  echo ringside: %HOME_FOLDER%\lib\ringside.jar is missing: build the folder again with mvn -DskipTests package 1>&2
  exit /b 2
)
if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA=java.exe"
)
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo ringside: no Java found: install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
set "VERSION="
for /f "tokens=3" %%v in ('"%JAVA%" -version 2^>^&1 ^| findstr /i "version"') do if not defined VERSION set "VERSION=%%~v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo ringside: %JAVA% is Java %VERSION%, too old: install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
set "OPTIONS=-Xshare:auto"
if not "%~1"=="" set OPTIONS=%OPTIONS% -XX:+UseSerialGC
if exist "%HOME_FOLDER%\lib\ringside.jsa" set OPTIONS=%OPTIONS% "-XX:SharedArchiveFile=%HOME_FOLDER%\lib\ringside.jsa" -Xlog:disable "-Xlog:all=error,cds*=off:stderr"
if %MAJOR% GEQ 24 set OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
"%JAVA%" %OPTIONS% %RINGSIDE_JAVA_OPTS% -cp "%HOME_FOLDER%\lib\ringside.jar" ringside.app.Launcher %*
exit /b %ERRORLEVEL%
