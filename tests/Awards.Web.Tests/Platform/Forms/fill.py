# Fills cells of a workbook with LibreOffice Calc, as a person would, and saves it as XLSX.
# python3 fill.py IN.xlsx CELLS.json OUT.xlsx PROFILE; CELLS: [{"sheet": "…", "cell": "C12", "text": "…" or "number": 1.5}]
# Says how many of the cells it left alone, because the sheet protects them.
import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

source, cells, target, profile = sys.argv[1:]
office = subprocess.Popen([
    'soffice', '--headless', '--norestore', '--nologo', '--nodefault', f'-env:UserInstallation=file://{profile}',
    f'--accept=pipe,name=awards{profile.replace("/", "")};urp;'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    limit = time.monotonic() + 90
    while True:
        try:
            context = resolver.resolve(f'uno:pipe,name=awards{profile.replace("/", "")};urp;StarOffice.ComponentContext')
            break
        except NoConnectException:
            if time.monotonic() > limit or office.poll() is not None:
                raise
            time.sleep(0.2)
    desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    document = desktop.loadComponentFromURL('file://' + source, '_blank', 0, (PropertyValue('Hidden', 0, True, 0),))
    refused = 0
    with open(cells, encoding='utf-8') as wanted:
        for each in json.load(wanted):
            sheet = document.Sheets.getByName(each['sheet'])
            cell = sheet.getCellRangeByName(each['cell'])
            # Programs pass over the protection that people meet.
            if sheet.isProtected() and cell.CellProtection.IsLocked:
                refused += 1
            elif 'number' in each:
                cell.Value = each['number']
            else:
                cell.String = each['text']
    document.storeToURL('file://' + target, (PropertyValue('FilterName', 0, 'Calc MS Excel 2007 XML', 0),))
    document.close(True)
    print(refused)
    try:
        desktop.terminate()
    except Exception:
        pass  # It is gone before it answers.
    office.wait(30)
finally:
    if office.poll() is None:
        office.kill()
